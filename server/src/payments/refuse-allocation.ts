import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import type { AllocationRefusal } from '@quittance/core/payments/allocation.ts'
import { AppError } from '../platform/http/app-error.ts'
import type { LockedItem } from './queries.ts'

/** A gap that may not be closed: nothing is paid beside it, it is not what the payment leaves, or it is too large. */
type DifferenceRefusal =
  | { readonly kind: 'differenceWithoutPayment'; readonly item: number }
  | { readonly kind: 'differenceIsNotTheGap'; readonly item: number; readonly amount: Money; readonly gap: Money }
  | { readonly kind: 'differenceTooLarge'; readonly item: number; readonly amount: Money; readonly limit: Money }

export type Refusal = AllocationRefusal | DifferenceRefusal

/** One sentence a refusal, naming the invoice and the amounts. 409: the facts moved or do not allow it; 422: never. */
export function refuseAllocation(refusals: readonly Refusal[], items: readonly LockedItem[]): AppError {
  const numberOf = (item: number): string => items.find((known) => known.id === item)?.invoiceNumber ?? `n° ${item}`
  const say = (language: Language) => refusals.map((refusal) => sentence(refusal, numberOf, language)).join(' ')
  const isConflict = refusals.some(({ kind }) => kind === 'itemOverAllocated' || kind === 'sourceOverAllocated')
  return new AppError('allocationRefused', isConflict ? 409 : 422, { fr: say('fr'), en: say('en') }, { refusals })
}

function sentence(refusal: Refusal, numberOf: (item: number) => string, language: Language): string {
  const fr = language === 'fr'
  const show = (m: Money) => formatMoney(m, language)
  if (refusal.kind === 'sourceOverAllocated') {
    return fr
      ? `${show(refusal.amount)} sont répartis alors qu’il n’y a que ${show(refusal.left)} à répartir : diminuez une ligne.`
      : `${show(refusal.amount)} are allocated but only ${show(refusal.left)} can be: lower a line.`
  }
  const invoice = numberOf(refusal.item)
  switch (refusal.kind) {
    case 'unknownItem':
      return fr
        ? `La facture ${invoice} n’existe pas ou n’est pas dans votre portefeuille : rouvrez la liste.`
        : `Invoice ${invoice} does not exist or is not in your portfolio: open the list again.`
    case 'duplicateItem':
      return fr
        ? `La facture ${invoice} est là deux fois : gardez une seule ligne.`
        : `Invoice ${invoice} is there twice: keep one line.`
    case 'notPositive':
      return fr
        ? `Le montant pour ${invoice} doit être supérieur à zéro.`
        : `The amount for ${invoice} must be above zero.`
    case 'otherCurrency':
      return fr
        ? `${invoice} est en ${refusal.itemDue.currency} : un règlement en ${refusal.amount.currency} ne peut pas la régler.`
        : `${invoice} is in ${refusal.itemDue.currency}: a payment in ${refusal.amount.currency} cannot settle it.`
    case 'otherCustomer':
      return fr
        ? `${invoice} est à un autre client : seule sa maison mère ou sa filiale peut la régler.`
        : `${invoice} belongs to another customer: only its parent or its subsidiary can pay it.`
    case 'otherLegalEntity':
      return fr
        ? `${invoice} a été émise par une autre de vos sociétés : saisissez deux règlements.`
        : `${invoice} was issued by another of your firms: enter two payments.`
    case 'itemOverAllocated':
      if (refusal.itemDue.amount < 0) {
        return fr
          ? `${invoice} est un avoir et ne se règle pas : ouvrez-le pour le déduire de factures.`
          : `${invoice} is a credit note and is not paid: open it to deduct it from invoices.`
      }
      return fr
        ? `Il reste ${show(refusal.itemDue)} à payer sur ${invoice}, pas ${show(refusal.amount)} : corrigez la ligne.`
        : `${show(refusal.itemDue)} is left to pay on ${invoice}, not ${show(refusal.amount)}: correct the line.`
    case 'differenceWithoutPayment':
      return fr
        ? `Un écart se solde avec le règlement de la facture : répartissez d’abord une somme sur ${invoice}.`
        : `A difference is closed with a payment of the invoice: allocate an amount to ${invoice} first.`
    case 'differenceIsNotTheGap':
      return fr
        ? `L’écart sur ${invoice} est de ${show(refusal.gap)}, pas de ${show(refusal.amount)} : reprenez le montant affiché.`
        : `The difference on ${invoice} is ${show(refusal.gap)}, not ${show(refusal.amount)}: take the amount shown.`
    case 'differenceTooLarge':
      return fr
        ? `Un écart de ${show(refusal.amount)} sur ${invoice} dépasse la limite de ${show(refusal.limit)} : laissez-le à payer.`
        : `A difference of ${show(refusal.amount)} on ${invoice} is above the limit of ${show(refusal.limit)}: leave it to pay.`
  }
}

/** What the database refuses because another payment took the amount in between becomes a sentence; the rest passes. */
export async function withClearConflict<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'never_over_allocated') throw error
    throw new AppError('allocationRefused', 409, {
      fr: 'Le reste à payer a changé entre-temps. Rien n’est enregistré : rouvrez le règlement et vérifiez la répartition.',
      en: 'What is left to pay changed in the meantime. Nothing is saved: open the payment again and check the allocation.',
    })
  }
}

export const moneyOf = (row: { readonly amount: number; readonly currency: string }): Money =>
  money(row.amount, asCurrency(row.currency))
