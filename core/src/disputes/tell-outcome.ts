import type { Language } from '../money/format-money.ts'
import type { Outcome } from './dispute-standing.ts'

/** What is said to the customer of the outcome, for a person to read and change before sending it. */
export function tellOutcome(
  outcome: Exclude<Outcome, 'settled'>,
  about: { readonly invoices: readonly string[]; readonly linked: string | null; readonly language: Language },
): string {
  const { invoices, linked, language } = about
  const list = invoices.join(', ')
  return language === 'fr'
    ? french(outcome, list, linked, invoices.length > 1)
    : english(outcome, list, linked, invoices.length > 1)
}

function french(outcome: Exclude<Outcome, 'settled'>, list: string, linked: string | null, isPlural: boolean): string {
  const about = isPlural ? `des factures ${list}` : `de la facture ${list}`
  const rest = isPlural ? 'Le reste de ces factures' : 'Le reste de cette facture'
  switch (outcome) {
    case 'creditNote':
      return `Après examen ${about}, nous avons établi un avoir en votre faveur${linked ? ` (${linked})` : ''}. ${rest} est à régler à son échéance.`
    case 'correctedInvoice':
      return `Après examen ${about}, nous vous avons adressé une facture rectifiée${linked ? ` (${linked})` : ''}. Elle remplace la précédente.`
    case 'rejected':
      return `Nous avons examiné votre demande au sujet ${about}. Le montant facturé correspond à ce qui a été commandé et livré\u00a0: il reste dû. Si un élément nous a échappé, dites-le-nous.`
    case 'agreed':
      return `Comme convenu au sujet ${about}, le point est réglé. Merci de nous indiquer la date de votre règlement.`
  }
}

function english(outcome: Exclude<Outcome, 'settled'>, list: string, linked: string | null, isPlural: boolean): string {
  const about = isPlural ? `invoices ${list}` : `invoice ${list}`
  switch (outcome) {
    case 'creditNote':
      return `Having looked into ${about}, we have issued a credit note${linked ? ` (${linked})` : ''} in your favour. The rest is to be paid on its due date.`
    case 'correctedInvoice':
      return `Having looked into ${about}, we have sent you a corrected invoice${linked ? ` (${linked})` : ''}. It replaces the first one.`
    case 'rejected':
      return `We have looked into your request about ${about}. The amount invoiced is what was ordered and delivered: it remains due. If we missed something, please tell us.`
    case 'agreed':
      return `As agreed about ${about}, this is settled. Please let us know the date of your payment.`
  }
}
