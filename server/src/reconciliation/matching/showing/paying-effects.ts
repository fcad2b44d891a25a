import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Effect } from '../../../payments/preview-payment.ts'
import type { LockedItem } from '../../../payments/queries.ts'
import type { Db } from '../../../platform/database/db.ts'
import { customerOwes } from './show-queries.ts'

interface Paying {
  /** As payments say them: tasks, messages, items, credit. */
  readonly effects: readonly Effect[]
  readonly items: readonly LockedItem[]
  /** What stays to pay of each item. */
  readonly left: ReadonlyMap<number, number>
  readonly customer: { readonly id: number; readonly name: string } | null
  readonly currency: string
  readonly today: CalendarDate
  readonly language: Language
}

/** The same in fewer sentences, with what the customer owes afterwards and what that does to its reminders. */
export async function payingEffects(db: Db, paying: Paying): Promise<Effect[]> {
  const { effects, items, left, customer, currency, today, language } = paying
  const own = customer && items.filter((item) => item.customer === customer.id)
  if (!customer || !own || own.length === 0) return [...effects]
  const owes = await customerOwes(db, { customer: customer.id, currency, today })
  const taken = (some: readonly LockedItem[]): number =>
    some.reduce((sum, { id, amountDue }) => sum + amountDue - (left.get(id) ?? amountDue), 0)
  const words = { customer: customer.name, currency, language }
  const outstanding = outstandingSentence(owes.outstanding - taken(own), words)
  const settled = items.filter(({ id, amount }) => amount > 0 && left.get(id) === 0)
  const late = owes.late - taken(own.filter(({ dueDate }) => dueDate < today))
  const isSaid = effects.some(({ kind }) => kind === 'reminder')
  return [
    ...effects.filter(({ kind }) => kind === 'task'),
    ...itemEffects(effects, { count: settled.length, isAll: settled.length === items.length, language }),
    { kind: 'credit', sentence: outstanding },
    ...effects.filter(({ kind }) => kind === 'credit' || kind === 'reminder'),
    ...(isSaid || owes.late <= 0 ? [] : [reminderEffect({ late, nextOn: owes.nextOn, isHeld: owes.isHeld, ...words })]),
  ]
}

/** Two invoices that are paid in full are one sentence, however many they are. */
function itemEffects(
  effects: readonly Effect[],
  { count, isAll, language }: { readonly count: number; readonly isAll: boolean; readonly language: Language },
): Effect[] {
  const each = effects.filter(({ kind }) => kind === 'item')
  if (!isAll || count < 2) return each
  const sentence =
    language === 'fr' ? `Les ${count} factures seront soldées` : `The ${count} invoices will be paid in full`
  return [{ kind: 'item', sentence }]
}

interface Words {
  readonly customer: string
  readonly currency: string
  readonly language: Language
}

function outstandingSentence(left: number, { customer, currency, language }: Words): string {
  const amount = formatMoney(money(left, asCurrency(currency)), language)
  return language === 'fr' ? `L’encours de ${customer} passera à ${amount}` : `${customer} will owe ${amount} in all`
}

function reminderEffect({
  late,
  nextOn,
  isHeld,
  currency,
  language,
}: Words & { readonly late: number; readonly nextOn: CalendarDate | null; readonly isHeld: boolean }): Effect {
  const fr = language === 'fr'
  const amount = formatMoney(money(late, asCurrency(currency)), language)
  const sentence =
    late > 0
      ? fr
        ? `Les relances reprendront pour ce qui reste en retard, ${amount}`
        : `Reminders will go on for what is still late, ${amount}`
      : nextOn
        ? fr
          ? `La relance prévue le ${formatDate(nextOn, 'fr')} ne partira pas`
          : `The reminder planned for ${formatDate(nextOn, 'en')} will not go out`
        : isHeld
          ? fr
            ? 'La relance que cette ligne retient ne partira pas : plus rien ne sera en retard'
            : 'The reminder that this line holds back will not go out: nothing will be late any more'
          : fr
            ? 'Plus rien ne sera en retard : aucune relance ne partira'
            : 'Nothing will be late any more: no reminder will go out'
  return { kind: 'reminder', sentence }
}
