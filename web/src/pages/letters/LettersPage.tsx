import { IconFrame, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { LetterBatchCard } from '../../dunning/LetterBatchCard.tsx'
import { LettersToPrint, type LettersToPrintProps } from '../../dunning/LettersToPrint.tsx'
import { lettersQuery, printLetters, undoBatch, windowTestAddress } from '../../dunning/letters-api.ts'
import { buttonClass } from '../../ui/button-look.ts'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { ReminderTabs } from '../reminders/ReminderTabs.tsx'

/** Which letters go to the printer, and where are those that went? */
export function LettersPage() {
  const { t } = useTranslation('dunning')
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const { data, error, refetch } = useQuery(lettersQuery)
  const [unticked, setUnticked] = useState<ReadonlySet<number>>(new Set())
  const [leftOut, setLeftOut] = useState<LettersToPrintProps['leftOut']>([])
  const letters = data?.toPrint ?? []
  const chosen = new Set(letters.map(({ task }) => task).filter((task) => !unticked.has(task)))

  const print = () =>
    void act({
      work: () => printLetters([...chosen]),
      done: (answer) => {
        setLeftOut(answer.leftOut)
        return answer.letters > 0 ? t('letters.printed', { count: answer.letters }) : t('letters.nothingPrinted')
      },
      undo: async ({ batches }) => {
        for (const { id } of batches.toReversed()) await undoBatch(id)
      },
    })
  const test = (
    <a href={windowTestAddress} target="_blank" rel="noreferrer" className={buttonClass({})}>
      <Glyph icon={IconFrame} />
      <span>{t('letters.windowTest')}</span>
    </a>
  )
  return (
    <Page>
      <PageHeader
        title={t('letters.title')}
        note={data && t('letters.count', { count: letters.length })}
        actions={test}
        mobileActions={test}
        primary={{
          label: chosen.size === 0 ? t('letters.printNone') : t('letters.print', { count: chosen.size }),
          icon: IconPrinter,
          hotkey: 'ctrl+enter',
          onPress: print,
          disabledReason: !mayWrite ? t('readonly') : chosen.size === 0 ? t('letters.none') : undefined,
        }}
      />
      <ReminderTabs current="courriers" />
      {error ? (
        <Card>
          <ErrorState
            what={t('letters.what')}
            onRetry={() => void refetch()}
            reference={error instanceof ApiError ? error.reference : undefined}
          />
        </Card>
      ) : !data ? (
        <Card>
          <SkeletonLines lines={6} />
        </Card>
      ) : (
        <div className="grid grid-cols-1 items-start gap-3.5 lg:grid-cols-2">
          <LettersToPrint
            letters={letters}
            chosen={chosen}
            onChoose={(next) => setUnticked(new Set(letters.map(({ task }) => task).filter((task) => !next.has(task))))}
            leftOut={leftOut}
          />
          <section className="grid gap-2.5">
            <SectionTitle>{t('letters.batches')}</SectionTitle>
            {data.batches.length === 0 && <p className="text-ink2">{t('letters.noBatch')}</p>}
            {data.batches.map((batch) => (
              <LetterBatchCard key={batch.id} batch={batch} services={data.services} mayWrite={mayWrite} />
            ))}
          </section>
        </div>
      )}
    </Page>
  )
}
