import { asCurrency, money } from '@quittance/core/money/money.ts'
import { Sums, type SumsProps } from '../ui/Sums.tsx'
import { useSession } from './session.ts'
import { asMoney, type WireMoney } from './wire.ts'

/** Sums as the API writes them; no sum is zero of the house's currency. */
export function WireSums({
  of,
  look = 'plain',
}: {
  readonly of: readonly WireMoney[]
  readonly look?: NonNullable<SumsProps['look']>
}) {
  const { organization } = useSession()
  return <Sums of={of.map(asMoney)} none={money(0, asCurrency(organization.baseCurrency))} look={look} />
}
