import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import type { BankLine } from './api.ts'
import { ConfidencePill } from './ConfidenceMark.tsx'
import type { LineActs } from './use-line-acts.ts'

export interface OtherProposalsProps {
  readonly line: BankLine
  readonly acts: LineActs
}

/** What else the line may be, less probable, each a click away. */
export function OtherProposals({ line, acts }: OtherProposalsProps) {
  const { t } = useTranslation('reconciliation')
  const others = line.proposals.slice(1)
  const customer = line.proposals[0]?.customer
  const hasCredit = line.proposals.some(({ kind }) => kind === 'customerCredit')
  if (others.length === 0 && (!customer || hasCredit)) return null
  return (
    <Card label={t('others.title')}>
      <SectionTitle className="px-4 pt-3 pb-2" note={t('others.note')}>
        {t('others.title')}
      </SectionTitle>
      <ul className="divide-y divide-line border-t border-line">
        {others.map((proposal) => (
          <li key={proposal.rank} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
            <span className="w-24 shrink-0">
              <ConfidencePill of={proposal.confidence} />
            </span>
            <span className="min-w-40 flex-1">
              <span className="block text-table">{proposal.title}</span>
              <span className="block text-small text-ink3">
                {proposal.detail ?? proposal.evidence.map(({ sentence }) => sentence).join(' · ')}
              </span>
            </span>
            <Button size="small" disabledReason={acts.refusal} onPress={() => void acts.accept(line, proposal)}>
              {t('act.choose')}
            </Button>
          </li>
        ))}
        {customer && !hasCredit && line.amount.amount > 0 && (
          <li className="flex flex-wrap items-center gap-3 px-4 py-2.5">
            <span className="min-w-40 flex-1">
              <span className="block text-table">{t('others.credit', { name: customer.name })}</span>
              <span className="block text-small text-ink3">{t('others.creditNote')}</span>
            </span>
            <Button size="small" disabledReason={acts.refusal} onPress={() => void acts.keepAsCredit(line, customer)}>
              {t('act.choose')}
            </Button>
          </li>
        )}
      </ul>
    </Card>
  )
}
