import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../app/ReadError.tsx'
import { useMayWrite } from '../app/use-may-write.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { changePayerRules, type PayerRules, payerRulesQuery } from './api.ts'

const bounds = {
  windowMonths: { least: 1, most: 24 },
  linesNeeded: { least: 1, most: 50 },
  punctualDays: { least: 0, most: 365 },
  forgetfulDays: { least: 1, most: 365 },
  riskyDays: { least: 2, most: 730 },
  brokenPromises: { least: 1, most: 20 },
} as const
const names = Object.keys(bounds) as readonly (keyof PayerRules)[]

/** Where one payer profile ends and the next begins; each number saves alone, and every profile follows. */
export function PayerRulesCard() {
  const { t } = useTranslation('payers')
  const { data, error, refetch } = useQuery(payerRulesQuery)
  return (
    <Card padded label={t('rules.title')} className="grid gap-4 py-4">
      <SectionTitle>{t('rules.title')}</SectionTitle>
      <p className="text-small text-ink2">{t('rules.note')}</p>
      {data ? (
        <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-2">
          {names.map((name) => (
            <OneRule key={name} name={name} rules={data} />
          ))}
        </div>
      ) : error ? (
        <ReadError what={t('rules.what')} error={error} onRetry={refetch} />
      ) : (
        <SkeletonLines lines={4} />
      )}
    </Card>
  )
}

function OneRule({ name, rules }: { readonly name: keyof PayerRules; readonly rules: PayerRules }) {
  const { t } = useTranslation('payers')
  const client = useQueryClient()
  const { least, most } = bounds[name]
  return (
    <InlineEdit
      label={t(`rules.${name}`)}
      description={t(`rules.${name}Note`)}
      value={String(rules[name])}
      isDisabled={!useMayWrite('settings')}
      inputMode="numeric"
      save={async (typed) => {
        const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN
        if (!(number >= least && number <= most)) throw new Error(t('rules.unknownCount', { least, most }))
        await changePayerRules({ ...rules, [name]: number })
        await client.invalidateQueries()
      }}
    />
  )
}
