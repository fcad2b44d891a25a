import { formatMoney } from '@quittance/core/money/format-money.ts'
import { IconCheck, IconCircleCheck, IconCoins, IconFileInvoice, IconMinus, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Button } from '../ui/Button.tsx'
import { Card, Note, SectionTitle } from '../ui/Card.tsx'
import { cx } from '../ui/class-names.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { BankLine, Proposal } from './api.ts'
import { ConfidencePill } from './ConfidenceMark.tsx'
import { ProposalItems } from './ProposalItems.tsx'
import type { LineActs } from './use-line-acts.ts'

export interface ProposalCardProps {
  readonly line: BankLine
  readonly proposal: Proposal
  readonly acts: LineActs
  readonly onChange: () => void
  readonly onSearch: () => void
}

/** The best proposal: which invoices, why, and what accepting does. */
export function ProposalCard({ line, proposal, acts, onChange, onSearch }: ProposalCardProps) {
  const { t } = useTranslation('reconciliation')
  const language = useLanguage()
  const gap = formatMoney(asMoney(proposal.gap), language)
  return (
    <Card look="active" label={t('proposal.label')}>
      <div className="flex flex-wrap items-center gap-2.5 px-4 pt-3 pb-2">
        <ConfidencePill of={proposal.confidence} />
        <h2 className="min-w-0 flex-1 text-section max-md:order-last max-md:basis-full">{proposal.title}</h2>
        <span className={cx('ml-auto text-table font-semibold', proposal.gap.amount === 0 ? 'text-paid' : 'text-warn')}>
          {t('proposal.gap', { amount: gap })}
        </span>
      </div>
      {proposal.allocations.length > 0 && <ProposalItems proposal={proposal} />}
      <div className="grid gap-3.5 px-4 pt-3 pb-4">
        <Why proposal={proposal} />
        <Effects proposal={proposal} />
        <div className="flex flex-wrap items-center gap-2.5">
          <Button
            variant="accent"
            hotkey="enter"
            disabledReason={acts.refusal}
            onPress={() => void acts.accept(line, proposal)}
          >
            {t('act.accept')}
          </Button>
          <Button disabledReason={acts.refusal} onPress={onChange}>
            {t('act.change')}
          </Button>
          <Button variant="quiet" hotkey="f" disabledReason={acts.refusal} onPress={onSearch}>
            {t('act.search')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function Why({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('reconciliation')
  if (proposal.evidence.length === 0) return null
  return (
    <section aria-label={t('proposal.why')}>
      <SectionTitle level={3} className="pb-1.5">
        {t('proposal.why')}
      </SectionTitle>
      <ul className="grid gap-x-4 gap-y-1 text-table md:grid-cols-2">
        {proposal.evidence.map(({ speaks, sentence }) => (
          <li key={sentence} className="flex items-start gap-2">
            <Glyph
              icon={speaks === 'for' ? IconCheck : IconMinus}
              className={cx('pt-0.5', speaks === 'for' ? 'text-paid' : 'text-warn')}
            />
            <span>
              {speaks === 'against' && <span className="sr-only">{t('proposal.against')} </span>}
              {sentence}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const icons = { task: IconCircleCheck, reminder: IconSend, item: IconFileInvoice, credit: IconCoins } as const

function Effects({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('reconciliation')
  if (proposal.effects.length === 0) return null
  return (
    <section aria-label={t('proposal.effects')}>
      <SectionTitle level={3} className="pb-1.5">
        {t('proposal.effects')}
      </SectionTitle>
      <Note look="accent">
        <ul className="grid gap-1 text-table">
          {proposal.effects.map(({ kind, sentence }) => (
            <li key={sentence} className="flex items-start gap-2">
              <Glyph icon={icons[kind]} className="pt-0.5 text-accent" />
              {sentence}
            </li>
          ))}
        </ul>
      </Note>
    </section>
  )
}
