import { useTranslation } from 'react-i18next'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { KeyValueList } from '../ui/KeyValueList.tsx'
import type { Invoice } from './api.ts'

type Instruction = NonNullable<Invoice['instruction']>

/** What the electronic invoice says of its payment, as it is written there. */
export function InstructionCard({ of }: { readonly of: Instruction }) {
  const { t } = useTranslation('invoices')
  const said = [
    ['payee', of.payee ?? (of.isFactored ? t('instruction.aFactor') : null)],
    ['reference', of.reference],
    ['iban', of.iban],
    ['contract', of.contract],
    [of.isCorrection ? 'replaces' : 'concerns', of.preceding],
    ['lateInterest', of.lateInterest],
    ['indemnity', of.indemnity],
    ['discount', of.discount],
  ] as const
  const items = said.flatMap(([key, value]) =>
    value === null
      ? []
      : [
          {
            key: t(`instruction.${key}`),
            value: (
              <span title={value} className="line-clamp-4 break-words">
                {value}
              </span>
            ),
          },
        ],
  )
  if (items.length === 0) return null
  return (
    <Card padded label={t('instruction.title')} className="grid gap-2">
      <SectionTitle>{t('instruction.title')}</SectionTitle>
      <KeyValueList items={items} />
    </Card>
  )
}
