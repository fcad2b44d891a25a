import { payerRuleBounds } from '@quittance/core/payers/payer-profile.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../app/ReadError.tsx'
import { useMayWrite } from '../app/use-may-write.ts'
import { readCount } from '../people/setting-values.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { changePayerRules, type PayerRules, payerRulesQuery } from './api.ts'

const names = Object.keys(payerRuleBounds) as readonly (keyof PayerRules)[]

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
  const bounds = payerRuleBounds[name]
  return (
    <InlineEdit
      label={t(`rules.${name}`)}
      description={t(`rules.${name}Note`)}
      value={String(rules[name])}
      isDisabled={!useMayWrite('settings')}
      inputMode="numeric"
      save={async (typed) => {
        const number = readCount(typed, bounds)
        if (number === undefined) throw new Error(t('rules.unknownCount', bounds))
        await changePayerRules({ ...rules, [name]: number })
        await client.invalidateQueries()
      }}
    />
  )
}
