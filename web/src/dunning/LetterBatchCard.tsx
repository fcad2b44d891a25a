import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconFileSpreadsheet, IconFolderShare, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { TextLink } from '../ui/ButtonLink.tsx'
import { buttonClass } from '../ui/button-look.ts'
import { Card, CardFooter } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Glyph, type Icon } from '../ui/Glyph.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { handBatch, type LetterBatch, listAddress, sheetsAddress, undoBatch } from './letters-api.ts'

export interface LetterBatchCardProps {
  readonly batch: LetterBatch
  readonly services: readonly string[]
  readonly mayWrite: boolean
}

/** Letters printed together: their sheets and addresses to fetch again, and whom they were given to. */
export function LetterBatchCard({ batch, services, mayWrite }: LetterBatchCardProps) {
  const { t } = useTranslation('dunning')
  const act = useAct()
  const isHanded = batch.handedAt !== null
  return (
    <Card className="flex flex-col">
      <div className="grid gap-1 px-4 py-3">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="text-body font-semibold">{t('letters.batch', { number: batch.id })}</h3>
          {isHanded && <StatusPill tone="paid">{t('letters.handed')}</StatusPill>}
          <span className="ml-auto text-table text-ink2">
            <DateText date={asDate(batch.madeOn)} />
          </span>
        </div>
        <p className="text-table text-ink2">
          {t('letters.count', { count: batch.letters })}, {t('letters.pages', { count: batch.pages })},{' '}
          {t('letters.oneSide')}
          {batch.person && ` · ${batch.person}`}
        </p>
        <BatchLetters of={batch.customers} />
        {batch.place && <p className="text-small break-all text-ink3">{batch.place}</p>}
      </div>
      <CardFooter className="flex flex-wrap gap-2">
        <FileLink icon={IconPrinter} href={sheetsAddress(batch.id)} label={t('letters.sheets')} />
        <FileLink icon={IconFileSpreadsheet} href={listAddress(batch.id)} label={t('letters.addresses')} />
        {mayWrite && !isHanded && (
          <>
            {services.map((service) => (
              <Button
                key={service}
                size="small"
                icon={IconFolderShare}
                saves
                onPress={() =>
                  void act({ work: () => handBatch(batch.id, service), done: () => t('letters.handedDone') })
                }
              >
                {t('letters.give', { context: service })}
              </Button>
            ))}
            <Button
              size="small"
              variant="quiet"
              saves
              onPress={() => void act({ work: () => undoBatch(batch.id), done: () => t('letters.undone') })}
            >
              {t('letters.undo')}
            </Button>
          </>
        )}
      </CardFooter>
    </Card>
  )
}

/** What the post says of each letter; one still to be posted leads to its task, one given up since must stay here. */
function BatchLetters({ of }: { readonly of: LetterBatch['customers'] }) {
  return (
    <ul className="grid gap-0.5 text-table">
      {of.map((letter) => (
        <li key={letter.task} className="flex flex-wrap justify-between gap-x-3">
          <span className="min-w-0 break-words">{letter.name}</span>
          <span className="text-ink2">
            <Posting of={letter} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Posting({ of }: { readonly of: LetterBatch['customers'][number] }) {
  const { t } = useTranslation('dunning')
  const { task, state, postedOn, registeredNumber } = of
  if (postedOn) {
    return (
      <>
        {registeredNumber && <span className="tabular-nums">{t('letters.number', { registeredNumber })} · </span>}
        {t('letters.postedOn')} <DateText date={asDate(postedOn)} />
      </>
    )
  }
  if (state === 'sent') return t('letters.sent')
  if (state === 'dropped') return <span className="font-medium text-warn">{t('letters.dropped')}</span>
  return (
    <TextLink link={{ to: paths.tasks, search: { qui: 'equipe', action: `task-${task}` } }}>
      {t('letters.post')}
    </TextLink>
  )
}

function FileLink({ icon, href, label }: { readonly icon: Icon; readonly href: string; readonly label: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={buttonClass({ size: 'small' })}>
      <Glyph icon={icon} size={14} />
      <span>{label}</span>
    </a>
  )
}
