import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { legalEntitiesQuery } from '../../people/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Note, SectionTitle } from '../../ui/Card.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { forgetRate, type HalfYearRate, rateTableQuery } from './api.ts'
import { FirmTerms } from './FirmTerms.tsx'
import { RateDialog } from './RateDialog.tsx'
import { useLawWords } from './use-law-words.ts'

const shownFirst = 4

/** Settings of late interest: the rate of each firm, and the table of rates with where each was read. */
export function RatesSection() {
  const { t } = useLawWords()
  const { data: table, error, refetch } = useQuery(rateTableQuery)
  const { data: firms } = useQuery(legalEntitiesQuery)
  const [asked, setAsked] = useState<HalfYearRate | null>(null)
  if (!table) {
    return (
      <Card>
        {error ? <ErrorState what={t('rates.what')} onRetry={() => void refetch()} /> : <SkeletonLines lines={8} />}
      </Card>
    )
  }
  const missing = table.rates.filter(({ origin, halfYear }) => origin === 'missing' && halfYear <= table.current)
  return (
    <>
      {missing.map((rate) => (
        <Missing key={rate.halfYear} rate={rate} onAdd={() => setAsked(rate)} />
      ))}
      {firms?.map((firm) => (
        <FirmTerms key={firm.id} firm={firm} table={table} />
      ))}
      <RateTable rates={table.rates} onAsk={setAsked} />
      {asked && <RateDialog rate={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Missing({ rate, onAdd }: { readonly rate: HalfYearRate; readonly onAdd: () => void }) {
  const { t, halfYear: words } = useLawWords()
  const isAllowed = useMayWrite('law')
  const halfYear = words(rate.halfYear)
  return (
    <div role="alert">
      <Note look="danger">
        <div className="grid justify-items-start gap-2">
          <p className="font-semibold">{t('rates.missing', { halfYear })}</p>
          <p>{t('rates.missingNote')}</p>
          <Button size="small" disabledReason={isAllowed ? undefined : t('noRight')} onPress={onAdd}>
            {t('rates.add', { halfYear })}
          </Button>
        </div>
      </Note>
    </div>
  )
}

interface RateTableProps {
  readonly rates: readonly HalfYearRate[]
  readonly onAsk: (rate: HalfYearRate) => void
}

function RateTable({ rates, onAsk }: RateTableProps) {
  const { t, percent, halfYear: words } = useLawWords()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? rates : rates.slice(0, shownFirst)
  const figure = (value: number | null | undefined) => (value == null ? '–' : percent(value))
  const figures = {
    ecb: (rate: HalfYearRate) => figure(rate.mainRefinancing),
    statutory: (rate: HalfYearRate) => figure(rate.derived?.statutory),
    publicBuyer: (rate: HalfYearRate) => figure(rate.derived?.publicBuyer),
    legal: (rate: HalfYearRate) => figure(rate.legal),
    floor: (rate: HalfYearRate) => figure(rate.derived?.floor),
  }
  const names = Object.keys(figures) as (keyof typeof figures)[]
  const columns: readonly Column<HalfYearRate>[] = [
    { id: 'halfYear', title: t('rates.halfYear'), cell: ({ halfYear }) => capitalized(words(halfYear)) },
    ...names.map((name) => ({ id: name, title: t(`rates.${name}`), align: 'end' as const, cell: figures[name] })),
    { id: 'source', title: t('rates.source'), cell: (rate) => <Source rate={rate} onAsk={() => onAsk(rate)} /> },
  ]
  return (
    <Card label={t('rates.title')} className="grid gap-3 py-4">
      <div className="grid gap-3 px-4">
        <SectionTitle>{t('rates.title')}</SectionTitle>
        <p className="text-small text-ink2">{t('rates.explain')}</p>
      </div>
      <PlainTable
        label={t('rates.title')}
        columns={columns}
        rows={shown}
        rowId={({ halfYear }) => halfYear}
        mobileRow={(rate) => (
          <div className="grid gap-1">
            <span className="flex justify-between gap-3">
              <span className="font-medium">{capitalized(words(rate.halfYear))}</span>
              <span>{`${t('rates.statutory')} ${figures.statutory(rate)}`}</span>
            </span>
            <span className="flex flex-wrap gap-x-3 text-small text-ink2">
              {names
                .filter((name) => name !== 'statutory')
                .map((name) => (
                  <span key={name}>{`${t(`rates.${name}`)} ${figures[name](rate)}`}</span>
                ))}
            </span>
            <Source rate={rate} onAsk={() => onAsk(rate)} />
          </div>
        )}
      />
      {!isAll && rates.length > shownFirst && (
        <div className="px-4">
          <TextButton onPress={() => setAll(true)}>{t('rates.all')}</TextButton>
        </div>
      )}
    </Card>
  )
}

const capitalized = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** Where a rate was read, and the way to correct it. */
function Source({ rate, onAsk }: { readonly rate: HalfYearRate; readonly onAsk: () => void }) {
  const { t, day, halfYear: words } = useLawWords()
  const act = useAct()
  const isAllowed = useMayWrite('law')
  const { halfYear, origin, source, readOn } = rate
  const from =
    origin === 'entered' ? t('rates.entered', { source, date: readOn ? day(readOn) : '' }) : t(`rates.origin.${origin}`)
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 text-small whitespace-normal text-ink2">
      <span className="min-w-0 break-words">{from}</span>
      {isAllowed && (
        <TextButton onPress={onAsk}>
          {origin === 'missing' ? t('rates.add', { halfYear: words(halfYear) }) : t('rates.change')}
        </TextButton>
      )}
      {isAllowed && origin === 'entered' && (
        <TextButton onPress={() => void act({ work: () => forgetRate(halfYear), done: () => t('rates.forgotten') })}>
          {t('rates.forget')}
        </TextButton>
      )}
    </span>
  )
}
