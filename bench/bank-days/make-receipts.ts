import { addDays, type CalendarDate, dayOfWeek } from '@quittance/core/calendar/calendar-date.ts'
import { workingDayFrom } from '@quittance/core/calendar/working-days.ts'
import { bankLetters } from './bank-names.ts'
import type { Dice } from './dice.ts'
import type { Payment } from './make-payments.ts'
import type { Payer } from './payer-habits.ts'
import { type Knows, type Remittance, writeRemittance } from './write-remittance.ts'
import type { WhoClass, YearInvoice, YearLine } from './year.ts'

/** A line without its place among the others of the year. */
export type Movement = Omit<YearLine, 'id'>

/** What the bank says of each payment; cheques first gather until they are handed in. */
export function makeReceipts(
  dice: Dice,
  payments: readonly Payment[],
  knows: Omit<Knows, 'lastPaid'>,
  payers: readonly Payer[],
): Movement[] {
  const lastPaid = new Map<string, YearInvoice>()
  const networks = Map.groupBy(
    payers.filter(({ called }) => called.kind === 'network'),
    ({ customer }) => customer.parent ?? customer.id,
  )
  const cheques: Payment[] = []
  const movements: Movement[] = []
  for (const payment of payments) {
    const { payer } = payment
    if (payer.habit.paysByCheque && payer.who === 'itself') {
      cheques.push(payment)
      continue
    }
    const remittance = writeRemittance(dice, payment, { ...knows, lastPaid: lastPaid.get(payer.customer.id) ?? null })
    const [first] = payment.paid
    if (first !== undefined) lastPaid.set(payer.customer.id, first.invoice)
    const others =
      remittance.textClass === 'exact' ? networks.get(payer.customer.parent ?? payer.customer.id) : undefined
    const line = transfer(dice, payment, remittance)
    movements.push(others === undefined || !dice.inThousand(40) ? line : sentBy(dice.of(others), line))
  }
  return [...movements, ...depositsOf(dice, cheques)]
}

const truthOf = ({ paid, writeoff }: Payment): YearLine['truth'] => ({
  customers: [...new Set(paid.map(({ invoice }) => invoice.customer))],
  allocations: paid.map(({ invoice, amount, gap, leavesOpen }) => ({ invoice: invoice.id, amount, gap, leavesOpen })),
  writeoff,
})

function whoPays({ payer, paid }: Payment): WhoClass {
  if (paid.some(({ invoice }) => invoice.customer !== payer.customer.id)) return 'parent'
  return payer.who
}

function transfer(dice: Dice, payment: Payment, remittance: Remittance): Movement {
  const { payer } = payment
  const foreign = payer.called.kind === 'foreign'
  const who = whoPays(payment)
  const [usual = '', other = usual] = payer.ibans
  return {
    day: payment.day,
    amount: payment.amount,
    operation: foreign ? 'foreign' : dice.inThousand(120) ? 'instant' : 'transfer',
    payerName: payer.printedName,
    payerIban: dice.inThousand(250) ? other : usual,
    remittance: forWhom(dice, payment, who, remittance.text),
    endToEndId: remittance.endToEndId,
    documents: remittance.documents,
    truth: truthOf(payment),
    told: remittance.told,
    amountClass: payment.amountClass,
    textClass: remittance.textClass,
    whoClass: who,
  }
}

/** Now and then a member of a network pays what was invoiced to another: only the number tells. */
const sentBy = ({ printedName, ibans, customer }: Payer, line: Movement): Movement => ({
  ...line,
  payerName: printedName,
  payerIban: ibans[0] ?? '',
  whoClass: line.truth.customers.includes(customer.id) ? line.whoClass : 'sister',
})

/** Who pays for others sometimes says for whom. */
function forWhom(dice: Dice, { payer }: Payment, who: WhoClass, text: string): string {
  if (!['factor', 'treasury', 'sister'].includes(who) || !dice.inThousand(600)) return text
  return `${bankLetters(payer.called.core).slice(0, 27)} ${text}`.slice(0, 140)
}

/** Every few days somebody walks to the bank: one line, several cheques, nobody's name. */
function depositsOf(dice: Dice, cheques: readonly Payment[]): Movement[] {
  const handedIn = (day: CalendarDate): CalendarDate => {
    let deposit = workingDayFrom(day)
    while (dayOfWeek(deposit) !== 2 && dayOfWeek(deposit) !== 5) deposit = workingDayFrom(addDays(deposit, 1))
    return deposit
  }
  return [...Map.groupBy(cheques, ({ day }) => handedIn(day))].map(([day, slip]): Movement => {
    const amount = slip.reduce((sum, payment) => sum + payment.amount, 0)
    const [only] = slip
    const truths = slip.map(truthOf)
    const number = dice.digits(7)
    return {
      day,
      amount,
      operation: 'cheque',
      payerName: '',
      payerIban: '',
      remittance: dice.of([
        `REMISE CHEQUES N ${number}`,
        `${slip.length} CHQ`,
        `REM CHQ ${number} NBR ${slip.length}`,
        '',
      ]),
      endToEndId: '',
      documents: [],
      truth: {
        customers: [...new Set(truths.flatMap(({ customers }) => customers))],
        allocations: truths.flatMap(({ allocations }) => allocations),
        writeoff: slip.length === 1 ? (only?.writeoff ?? null) : null,
      },
      told: [],
      amountClass: 'cheques',
      textClass: 'nothing',
      whoClass: 'nobody',
    }
  })
}
