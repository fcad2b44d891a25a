import type { Customer } from '../../customers/api.ts'
import { DisputesCard } from '../../disputes/DisputesCard.tsx'
import { AgreementsCard } from '../../promises/AgreementsCard.tsx'
import { ContactsCard } from './ContactsCard.tsx'
import { NextCard } from './NextCard.tsx'
import { StrategyCard } from './StrategyCard.tsx'

/** The margin of the page: what comes next, how this customer is chased, whom to reach. */
export function CustomerAside({ customer }: { readonly customer: Customer }) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3.5 max-md:gap-2.5 @min-[40rem]:grid-cols-2 @min-[66rem]:grid-cols-1">
      <NextCard customer={customer} />
      <AgreementsCard customer={customer} />
      <DisputesCard customerId={customer.id} />
      <StrategyCard customer={customer} />
      <ContactsCard customer={customer} />
    </div>
  )
}
