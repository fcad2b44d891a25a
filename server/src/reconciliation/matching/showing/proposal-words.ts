import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { KeptProposal } from '../kept-proposal.ts'
import type { PaymentShown } from './show-queries.ts'

interface Named {
  readonly customer: string | null
  readonly invoices: readonly string[]
  readonly payments: readonly PaymentShown[]
  readonly language: Language
}

/** « Nordelec Industrie règle 2 factures » */
export function proposalTitle({ kind }: KeptProposal, { customer, invoices, payments, language }: Named): string {
  const who = customer ?? '?'
  const [first] = invoices
  const count = invoices.length
  const one = payments.length <= 1
  const titles = {
    fr: {
      paysItems: `${who} règle ${count === 1 ? first : `${count} factures`}`,
      alreadyRecorded: one ? `Règlement de ${who}, déjà saisi` : `${payments.length} règlements déjà saisis`,
      customerCredit: `Avance de ${who}, facture inconnue`,
      notACustomer: 'Ne concerne pas un client',
      returned: `Règlement de ${who} rejeté`,
    },
    en: {
      paysItems: `${who} pays ${count === 1 ? first : `${count} invoices`}`,
      alreadyRecorded: one ? `Payment of ${who}, entered already` : `${payments.length} payments entered already`,
      customerCredit: `Credit of ${who}, invoice unknown`,
      notACustomer: 'Concerns no customer',
      returned: `Payment of ${who} returned`,
    },
  }
  return titles[language][kind]
}

/** Which invoices, or which payment; null where the title said all. */
export function proposalDetail({ kind }: KeptProposal, { invoices, payments, language }: Named): string | null {
  if (kind === 'paysItems' && invoices.length > 1) return inShort(invoices, language)
  const [payment] = payments
  if (!payment) return null
  const day = formatDate(payment.receivedOn, language)
  const said = inShort(payment.invoices, language)
  const about = said === '' ? '' : ` (${said})`
  return language === 'fr' ? `Règlement du ${day}${about}` : `Payment of ${day}${about}`
}

const mostNamed = 4

function inShort(numbers: readonly string[], language: Language): string {
  const more = numbers.length - mostNamed
  const named = numbers.slice(0, mostNamed).join(', ')
  if (more <= 0) return named
  return language === 'fr' ? `${named} et ${more} autres` : `${named} and ${more} more`
}

/** What accepting does where no payment is entered. */
export function otherEffects({ kind }: KeptProposal, { invoices, payments, language }: Named) {
  const fr = language === 'fr'
  const reopened = payments.flatMap((payment) => payment.invoices)
  if (kind === 'alreadyRecorded') {
    return [
      {
        kind: 'item' as const,
        sentence: fr
          ? 'Rien n’est saisi une seconde fois : le règlement est pointé'
          : 'Nothing is entered twice: the payment is ticked off',
      },
    ]
  }
  if (kind === 'returned') {
    return [
      ...[...reopened, ...invoices].map((number) => ({
        kind: 'item' as const,
        sentence: fr ? `${number} sera de nouveau à payer` : `${number} will be due again`,
      })),
      {
        kind: 'task' as const,
        sentence: fr
          ? 'Une action est ajoutée pour la personne en charge du client'
          : 'An action is added for whoever looks after the customer',
      },
    ]
  }
  return [
    {
      kind: 'reminder' as const,
      sentence: fr ? 'Aucun client n’est concerné, rien n’est saisi' : 'No customer is concerned, nothing is entered',
    },
  ]
}

export const holdSentence = (isCredit: boolean, language: Language): string =>
  language === 'fr'
    ? isCredit
      ? 'Ses relances attendent que cette avance soit répartie.'
      : 'Ses relances attendent que cette ligne soit pointée.'
    : isCredit
      ? 'Its reminders wait for this credit to be allocated.'
      : 'Its reminders wait for this line to be matched.'
