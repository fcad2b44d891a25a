import { IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../app/ReadError.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { type BankLine, bankLineQuery, type Proposal } from './api.ts'
import { LineHeader } from './LineHeader.tsx'
import { MatchedCard } from './MatchedCard.tsx'
import { OtherProposals } from './OtherProposals.tsx'
import { ProposalCard } from './ProposalCard.tsx'
import { SplitDrawer } from './SplitDrawer.tsx'
import type { LineActs } from './use-line-acts.ts'

/** One line of the bank: what it says, what it may be, and why. */
export function LineDetail({ id, acts }: { readonly id: number; readonly acts: LineActs }) {
  const { t } = useTranslation('reconciliation')
  const { data, error, refetch } = useQuery(bankLineQuery(id))
  if (data) return <Shown key={data.id} line={data} acts={acts} />
  return (
    <Card>
      {error ? <ReadError what={t('what.line')} error={error} onRetry={refetch} /> : <SkeletonLines lines={8} />}
    </Card>
  )
}

function Shown({ line, acts }: { readonly line: BankLine; readonly acts: LineActs }) {
  const { t } = useTranslation('reconciliation')
  const [split, setSplit] = useState<{ readonly from: Proposal | undefined } | null>(null)
  const [best] = line.proposals
  const search = () => setSplit({ from: undefined })
  return (
    <>
      <LineHeader line={line} acts={acts} />
      {line.state !== 'toMatch' ? (
        <MatchedCard line={line} acts={acts} />
      ) : best && best.kind !== 'notACustomer' ? (
        <ProposalCard
          line={line}
          proposal={best}
          acts={acts}
          onChange={() => setSplit({ from: best })}
          onSearch={search}
        />
      ) : (
        <NoProposal line={line} acts={acts} onSearch={search} />
      )}
      {line.state === 'toMatch' && <OtherProposals line={line} acts={acts} />}
      {line.holds.length > 0 && (
        <ul className="grid gap-1 px-1">
          {line.holds.map(({ customer }) => (
            <li key={customer.id} className="flex items-start gap-2 text-small text-ink2">
              <Glyph icon={IconPlayerPause} size={14} className="pt-0.5" /> {t('line.hold', { name: customer.name })}
            </li>
          ))}
        </ul>
      )}
      {split && <SplitDrawer line={line} from={split.from} acts={acts} onClose={() => setSplit(null)} />}
    </>
  )
}

interface NoProposalProps {
  readonly line: BankLine
  readonly acts: LineActs
  readonly onSearch: () => void
}

/** No trail: a person finds the invoice, or says that no customer is concerned. */
function NoProposal({ line, acts, onSearch }: NoProposalProps) {
  const { t } = useTranslation('reconciliation')
  // Nobody found is no proof that there is nobody.
  const best = line.proposals.find(({ confidence }) => confidence !== 'toSearch')
  const isCredit = line.amount.amount > 0
  return (
    <Card padded label={t('proposal.label')}>
      <h2 className="text-section">{best?.title ?? t('none.title')}</h2>
      <p className="pt-0.5 pb-3 text-table text-ink2">
        {best ? best.evidence.map(({ sentence }) => sentence).join(' · ') : t(isCredit ? 'none.credit' : 'none.debit')}
      </p>
      <div className="flex flex-wrap gap-2.5">
        {isCredit && (
          <Button variant="accent" hotkey="f" disabledReason={acts.refusal} onPress={onSearch}>
            {t('act.find')}
          </Button>
        )}
        {best && (
          <Button hotkey="enter" disabledReason={acts.refusal} onPress={() => void acts.accept(line, best)}>
            {t('act.accept')}
          </Button>
        )}
      </div>
    </Card>
  )
}
