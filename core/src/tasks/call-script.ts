import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts'
import { formatDate } from '../calendar/format-date.ts'
import { formatMoney, type Language } from '../money/format-money.ts'
import type { Money } from '../money/money.ts'

/** How firmly one speaks: as the step asks, else by how late the oldest invoice is. */
export type CallTone = 'friendly' | 'neutral' | 'firm' | 'formalNotice'

export interface CallFacts {
  readonly tone: CallTone
  readonly contact: string | null
  readonly caller: string
  readonly legalEntity: string
  readonly amounts: readonly Money[]
  readonly invoices: readonly string[]
  readonly oldestDue: CalendarDate | null
  /** The promise, or the instalment, that was not kept. */
  readonly broken: CalendarDate | null
  /** The day before which the money is asked for. */
  readonly deadline: CalendarDate
  /** The customer said it was paid, and nothing came. */
  readonly isPaymentMissing: boolean
}

/** The tone of a call that no step gave one: kind in the first month, firm after two. */
export const toneByAge = (daysLate: number): CallTone =>
  daysLate <= 30 ? 'friendly' : daysLate <= 60 ? 'neutral' : 'firm'

/** What to say, line by line: greet, say what it is about, ask for a day, and close. */
export function callScript(facts: CallFacts, today: CalendarDate, language: Language): string[] {
  const words = language === 'fr' ? french : english
  const told: Told = {
    who: facts.contact ? ` ${facts.contact}` : '',
    caller: facts.caller,
    firm: facts.legalEntity,
    sum: facts.amounts.map((sum) => formatMoney(sum, language)).join(language === 'fr' ? ' et ' : ' and '),
    invoices: facts.invoices,
    days: facts.oldestDue ? Math.max(0, daysBetween(facts.oldestDue, today)) : 0,
    broken: facts.broken && formatDate(facts.broken, language),
    deadline: formatDate(facts.deadline, language),
  }
  const subject = facts.isPaymentMissing
    ? words.missing(told)
    : told.broken
      ? words.broken(told)
      : words.subject[facts.tone](told)
  return [words.greet(told), subject, words.ask[facts.tone](told), words.close(told)]
}

interface Told {
  readonly who: string
  readonly caller: string
  readonly firm: string
  readonly sum: string
  readonly invoices: readonly string[]
  readonly days: number
  readonly broken: string | null
  readonly deadline: string
}

const listed = ({ invoices }: Told, one: string, many: string): string =>
  invoices.length === 1
    ? `${one} ${invoices[0]}`
    : `${many} ${invoices.slice(0, 3).join(', ')}${invoices.length > 3 ? '…' : ''}`

const french = {
  greet: ({ who, caller, firm }: Told) => `Bonjour${who}, ${caller}, ${firm}. Avez-vous une minute\u00a0?`,
  subject: {
    friendly: (t: Told) =>
      `Je vous appelle au sujet de ${listed(t, 'la facture', 'des factures')}\u00a0: ${t.sum} restent à régler. L’avez-vous bien en main\u00a0?`,
    neutral: (t: Told) =>
      `Il reste ${t.sum} à régler sur ${listed(t, 'la facture', 'les factures')}, avec ${t.days} jours de retard pour la plus ancienne. Y a-t-il un point qui bloque de votre côté\u00a0?`,
    firm: (t: Told) =>
      `Malgré nos messages, ${t.sum} restent dus sur ${listed(t, 'la facture', 'les factures')}, ${t.days} jours après l’échéance la plus ancienne. Qu’est-ce qui empêche le règlement\u00a0?`,
    formalNotice: (t: Told) =>
      `Vous avez reçu notre mise en demeure\u00a0: ${t.sum} restent dus, ${t.days} jours après l’échéance la plus ancienne. Je vous appelle avant toute autre suite.`,
  },
  broken: (t: Told) =>
    `Un paiement nous avait été annoncé pour le ${t.broken}, et ${t.sum} restent à régler. Que s’est-il passé de votre côté\u00a0?`,
  missing: (t: Told) =>
    `Vous nous aviez dit que c’était payé\u00a0: nous n’avons pas trouvé ces ${t.sum} à la banque. Pouvez-vous m’envoyer la preuve du virement\u00a0?`,
  ask: {
    friendly: (_: Told) =>
      'Quel jour pouvons-nous attendre le virement\u00a0? Si la facture vous manque, je vous l’envoie tout de suite.',
    neutral: (_: Told) =>
      'Quel jour le virement partira-t-il, et pour quel montant\u00a0? Si quelque chose ne va pas, je l’écris et je m’en occupe.',
    firm: (t: Told) =>
      `J’ai besoin d’une date, au plus tard le ${t.deadline}. Si tout n’est pas possible, quel montant partira ce jour-là, et le reste quand\u00a0?`,
    formalNotice: (t: Told) =>
      `Sans règlement ni accord écrit pour le ${t.deadline}, le dossier sera transmis. Que pouvez-vous régler d’ici là\u00a0?`,
  },
  close: (_: Told) => 'Je répète la date et le montant, je les note, et je vous remercie.',
}

type Words = typeof french

const english: Words = {
  greet: ({ who, caller, firm }) => `Good morning${who}, this is ${caller} from ${firm}. Do you have a minute?`,
  subject: {
    friendly: (t) =>
      `I am calling about ${listed(t, 'invoice', 'invoices')}: ${t.sum} are still to be paid. Do you have it at hand?`,
    neutral: (t) =>
      `${t.sum} are still to be paid on ${listed(t, 'invoice', 'invoices')}, the oldest being ${t.days} days late. Is anything holding it up on your side?`,
    firm: (t) =>
      `Despite our messages, ${t.sum} are still owed on ${listed(t, 'invoice', 'invoices')}, ${t.days} days after the oldest due date. What prevents the payment?`,
    formalNotice: (t) =>
      `You have received our formal notice: ${t.sum} are still owed, ${t.days} days after the oldest due date. I am calling before anything else is done.`,
  },
  broken: (t) =>
    `A payment had been announced for ${t.broken}, and ${t.sum} are still to be paid. What happened on your side?`,
  missing: (t) =>
    `You told us it was paid: we have not found these ${t.sum} at the bank. Could you send me a proof of the transfer?`,
  ask: {
    friendly: () => 'On which day can we expect the transfer? If you miss the invoice, I send it at once.',
    neutral: () =>
      'On which day will the transfer leave, and for how much? If something is wrong, I write it down and look into it.',
    firm: (t) =>
      `I need a date, ${t.deadline} at the latest. If all of it is not possible, how much leaves on that day, and when the rest?`,
    formalNotice: (t) =>
      `Without a payment or a written agreement by ${t.deadline}, the case is handed on. What can you pay until then?`,
  },
  close: () => 'I repeat the date and the amount, note them, and thank you.',
}
