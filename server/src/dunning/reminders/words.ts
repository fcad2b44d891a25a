import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { Decision } from '@quittance/core/dunning/decision.ts'
import { explain, explainExclusions } from '@quittance/core/dunning/explain.ts'
import { stepDay } from '@quittance/core/dunning/step-day.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import type { ReminderState } from '../messages/queries.ts'
import { invoiceNumbers } from './list-queries.ts'

/** « J+14 » in French, "D+14" in English; null where no step asked for the message. */
export const stepLabel = (delayDays: number | null, language: Language): string | null =>
  delayDays === null ? null : stepDay(delayDays, language)

/** Items whose invoice number a sentence about this decision may need. */
const itemsNamedIn = (decision: Decision): number[] =>
  decision.kind === 'rest'
    ? [...(decision.next ? [decision.next.item] : []), ...decision.excluded.map((one) => one.item)]
    : [
        ...(decision.carrying === null ? [] : [decision.carrying]),
        ...decision.excluded.map((one) => one.item),
        ...(decision.kind === 'take' ? (decision.checkFirst ?? []) : []).flatMap((one) =>
          one.because === 'missingInvoice' ? [one.item] : [],
        ),
      ]

/** Says decisions in words, with the numbers of their invoices read once for all of them. */
export async function sayer(db: Db, decisions: readonly Decision[], language: Language) {
  const rows = await invoiceNumbers(db, decisions.flatMap(itemsNamedIn))
  const numbers = new Map(rows.map((row) => [row.item, row.number]))
  const names = (customerName: string) => ({ customerName, invoiceOf: (item: number) => numbers.get(item) ?? null })
  return {
    decision: (decision: Decision, customerName: string): string => explain(decision, language, names(customerName)),
    excluded: (decision: Decision, customerName: string): string[] =>
      explainExclusions(decision, language, names(customerName)),
  }
}

/** Of a copy of invoices, which no step asked for. */
export const copySentence: Readonly<Record<Language, string>> = {
  fr: 'Copie demandée par le client\u00a0: ce n’est pas une relance.',
  en: 'A copy the customer asked for: it is no reminder.',
}

/** Why a message that waited was cancelled or put aside. */
export function endedSentence(because: string | null, language: Language): string {
  const sentence = because === null ? undefined : ended[because]
  return sentence?.[language] ?? (language === 'fr' ? 'Les faits ont changé depuis.' : 'The facts have changed since.')
}

/** What went wrong with a message on its way, as it was told then; null when nothing did. */
export function troubleSentence(
  message: { readonly state: ReminderState; readonly serverReply: string | null },
  language: Language,
): string | null {
  const { state, serverReply } = message
  if (state === 'ready' || state === 'failed')
    return serverReply ?? (state === 'failed' ? unsaid.failed[language] : null)
  return state === 'uncertain' ? (serverReply ?? unsaid.uncertain[language]) : null
}

const unsaid = {
  failed: { fr: 'Le message n’est pas parti.', en: 'The message has not left.' },
  uncertain: {
    fr: 'Le programme s’est arrêté pendant l’envoi : le message est peut-être parti.',
    en: 'The program stopped while sending: the message may have left.',
  },
} as const

const ended: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  paid: { fr: 'Annulée : la facture a été payée entre-temps.', en: 'Cancelled: the invoice was paid meanwhile.' },
  promise: {
    fr: 'Annulée : le client a promis une date entre-temps.',
    en: 'Cancelled: the customer gave a date meanwhile.',
  },
  dispute: { fr: 'Annulée : un litige a été ouvert entre-temps.', en: 'Cancelled: a dispute was opened meanwhile.' },
  replaced: { fr: 'Remplacée par un message plus juste.', en: 'Replaced by a message that fits the facts better.' },
  otherWay: {
    fr: 'Remplacée : l’étape part maintenant par un autre moyen.',
    en: 'Replaced: the step now goes by another way.',
  },
  merged: {
    fr: 'Annulée : le client a été fusionné avec un autre.',
    en: 'Cancelled: the customer was merged with another one.',
  },
  setAside: { fr: 'Mise de côté à la main.', en: 'Put aside by hand.' },
  badContact: { fr: 'Annulée : aucune adresse e-mail utilisable.', en: 'Cancelled: no usable e-mail address.' },
  wasTest: { fr: 'Message d’essai, jamais parti.', en: 'Test message, never sent.' },
}

/** « 27/11/2026 », or until somebody lifts it. */
export const untilWords = (until: string | null, language: Language): string | null =>
  until === null
    ? null
    : until === 'furtherNotice'
      ? language === 'fr'
        ? 'jusqu’à nouvel ordre'
        : 'until further notice'
      : formatDate(until as CalendarDate, language)
