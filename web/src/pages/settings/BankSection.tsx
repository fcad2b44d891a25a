import { AccountsCard } from '../../reconciliation/AccountsCard.tsx'
import { ListsCard } from '../../reconciliation/ListsCard.tsx'
import { MatchingCard, RulesCard } from '../../reconciliation/RulesCard.tsx'
import { StatementsCard } from '../../reconciliation/StatementsCard.tsx'

/** The accounts of the firm, what was taught about their lines, and whether anything is matched without a click. */
export function BankSection() {
  return (
    <>
      <AccountsCard />
      <MatchingCard />
      <RulesCard />
      <ListsCard />
      <StatementsCard />
    </>
  )
}
