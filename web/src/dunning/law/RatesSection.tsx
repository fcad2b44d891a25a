import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { legalEntitiesQuery } from '../../people/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Note, SectionTitle } from '../../ui/Card.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
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
  const { t } = useLawWords()
  const isAllowed = useMayWrite('law')
  const { halfYear } = rate
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
  const { t } = useLawWords()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? rates : rates.slice(0, shownFirst)
  const heads = ['halfYear', 'ecb', 'statutory', 'publicBuyer', 'legal', 'floor', 'source'] as const
  return (
    <Card padded label={t('rates.title')} className="grid gap-3 py-4">
      <SectionTitle>{t('rates.title')}</SectionTitle>
      <p className="text-small text-ink2">{t('rates.explain')}</p>
      <div className="overflow-x-auto">
        <table className="w-full text-small">
          <thead>
            <tr className="text-left text-ink3">
              {heads.map((head) => (
                <th key={head} className="py-1 pr-3 font-medium">
                  {t(`rates.${head}`)}
                </th>
              ))}
              <th>
                <span className="sr-only">{t('rates.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rate) => (
              <RateRow key={rate.halfYear} rate={rate} onAsk={() => onAsk(rate)} />
            ))}
          </tbody>
        </table>
      </div>
      {!isAll && rates.length > shownFirst && <TextButton onPress={() => setAll(true)}>{t('rates.all')}</TextButton>}
    </Card>
  )
}

function RateRow({ rate, onAsk }: { readonly rate: HalfYearRate; readonly onAsk: () => void }) {
  const { t, percent, day } = useLawWords()
  const act = useAct()
  const isAllowed = useMayWrite('law')
  const { halfYear, mainRefinancing, legal, derived, origin, source, readOn } = rate
  const cells = {
    ecb: mainRefinancing,
    statutory: derived?.statutory,
    publicBuyer: derived?.publicBuyer,
    legal,
    floor: derived?.floor,
  }
  const from =
    origin === 'entered' ? t('rates.entered', { source, date: readOn ? day(readOn) : '' }) : t(`rates.origin.${origin}`)
  return (
    <tr className="border-t border-line align-baseline">
      <th scope="row" className="py-1.5 pr-3 text-left font-medium whitespace-nowrap">
        {halfYear}
      </th>
      {Object.entries(cells).map(([name, value]) => (
        <td key={name} className="py-1.5 pr-3 whitespace-nowrap">
          {value == null ? '–' : percent(value)}
        </td>
      ))}
      <td className="py-1.5 pr-3 break-words text-ink2">{from}</td>
      <td className="py-1.5 text-right whitespace-nowrap">
        {isAllowed && (
          <TextButton onPress={onAsk}>
            {origin === 'missing' ? t('rates.add', { halfYear }) : t('rates.change')}
          </TextButton>
        )}{' '}
        {isAllowed && origin === 'entered' && (
          <TextButton onPress={() => void act({ work: () => forgetRate(halfYear), done: () => t('rates.forgotten') })}>
            {t('rates.forget')}
          </TextButton>
        )}
      </td>
    </tr>
  )
}
