import type { CalendarDate } from '../calendar/calendar-date.ts'
import { formatDate } from '../calendar/format-date.ts'
import { formatMoney, type Language } from '../money/format-money.ts'
import type { Money } from '../money/money.ts'
import type { HalfDay, NextTry } from './next-try.ts'

/** What a copy of invoices would carry, and when it would leave. */
export interface CopyFacts {
  /** Invoices whose PDF is there. */
  readonly attached: readonly string[]
  readonly missing: readonly string[]
  readonly leaves: 'atOnce' | 'afterApproval'
}

/** What came of a call, with all that says what it leads to. */
export type Told =
  | { readonly outcome: 'promises'; readonly promisedFor: CalendarDate; readonly amounts: readonly Money[] }
  | { readonly outcome: 'plan'; readonly amount: Money; readonly dates: number }
  /** `isStep`: a scenario asked for the call, and has steps after it. */
  | { readonly outcome: 'notReached'; readonly next: NextTry; readonly isStep: boolean }
  | { readonly outcome: 'saysPaid'; readonly until: CalendarDate; readonly searcher: string | null }
  | { readonly outcome: 'disputes'; readonly isPart: boolean }
  | { readonly outcome: 'wrongContact'; readonly what: 'phone' | 'person'; readonly corrector: string | null }
  | { readonly outcome: 'wantsCopy'; readonly copy: CopyFacts }

/** What happens next, in sentences: read before the outcome is confirmed, and said again after it. */
export function whatFollows(told: Told, language: Language): string[] {
  const words = language === 'fr' ? french : english
  switch (told.outcome) {
    case 'promises':
      return [
        words.promises(
          told.amounts.map((sum) => formatMoney(sum, language)),
          formatDate(told.promisedFor, language),
        ),
      ]
    case 'plan':
      return [words.plan(formatMoney(told.amount, language), told.dates), words.planMissed]
    case 'notReached':
      return told.next.kind === 'again'
        ? [words.again(formatDate(told.next.on, language), told.next.half), words.tried(told.next.attempt)]
        : [words.goOn(told.next.attempt, told.isStep)]
    case 'saysPaid':
      return [words.holds(formatDate(told.until, language)), words.search(told.searcher)]
    case 'disputes':
      return [told.isPart ? words.disputesPart : words.disputes]
    case 'wrongContact':
      return [words.marked[told.what], words.correct(told.corrector), words.callStays]
    case 'wantsCopy':
      return copySentences(told.copy, words)
  }
}

function copySentences({ attached, missing, leaves }: CopyFacts, words: Words): string[] {
  const said = attached.length > 0 ? [words.copy[leaves](attached), words.noReminder] : []
  return missing.length > 0 ? [...said, words.missing(missing)] : said
}

const french = {
  promises: (amounts: readonly string[], day: string) =>
    `Promesse de ${amounts.join(' et ')} notée\u00a0: rien ne part jusqu’au ${day} compris. Non tenue, elle revient en tête des appels.`,
  plan: (amount: string, dates: number) =>
    `Échéancier de ${amount} en ${dates} date${dates > 1 ? 's' : ''}\u00a0: ces factures ne sont pas relancées tant que chaque date est réglée.`,
  planMissed: 'Une date manquée\u00a0: les relances reprennent, et un appel revient en tête.',
  again: (day: string, half: HalfDay) =>
    `L’appel revient le ${day}, ${half === 'morning' ? 'le matin' : 'l’après-midi'}.`,
  tried: (attempt: number) => `C’est l’essai n°\u00a0${attempt}\u00a0; les relances attendent.`,
  goOn: (attempt: number, isStep: boolean) =>
    `${attempt > 1 ? `${attempt} essais sans réponse` : 'Un essai sans réponse'}\u00a0: l’appel est clos et ${isStep ? 'l’étape suivante du scénario continue' : 'les relances suivent leur cours'}.`,
  holds: (day: string) => `Les relances de ces factures attendent le virement jusqu’au ${day}.`,
  search: (who: string | null) =>
    `Une action «\u00a0Chercher le règlement\u00a0» est confiée à ${who ?? 'la comptabilité'}\u00a0; elle se ferme d’elle-même quand l’argent arrive.`,
  disputes: 'Un litige s’ouvre\u00a0: ces factures ne sont plus relancées jusqu’à sa résolution.',
  disputesPart: 'Un litige s’ouvre sur la part contestée\u00a0; le reste continue d’être relancé.',
  marked: {
    phone: 'Ce numéro est marqué comme faux.',
    person: 'Ce contact est marqué\u00a0: plus rien ne lui est écrit.',
  },
  correct: (who: string | null) =>
    `Une action «\u00a0Corriger un contact\u00a0» est confiée à ${who ?? 'la comptabilité'}.`,
  callStays: 'L’appel reste à faire.',
  copy: {
    atOnce: (numbers: readonly string[]) => `La copie de ${list(numbers, 'et')} part tout de suite par e-mail.`,
    afterApproval: (numbers: readonly string[]) =>
      `La copie de ${list(numbers, 'et')} est prête dans les relances\u00a0: elle part après votre accord.`,
  },
  noReminder: 'Ce n’est pas une relance\u00a0: elle ne compte pas comme une étape.',
  missing: (numbers: readonly string[]) =>
    `Aucun PDF ici pour ${list(numbers, 'et')}\u00a0: une action demande de l’envoyer.`,
}

type Words = typeof french

const english: Words = {
  promises: (amounts, day) =>
    `Promise of ${amounts.join(' and ')} noted: nothing goes out until ${day} included. Not kept, it comes back first among the calls.`,
  plan: (amount, dates) =>
    `Payment plan of ${amount} in ${dates} date${dates > 1 ? 's' : ''}: these invoices are not chased as long as every date is kept.`,
  planMissed: 'A date missed: reminders go on again, and a call comes back first.',
  again: (day, half) => `The call comes back on ${day}, in the ${half}.`,
  tried: (attempt) => `This is try no. ${attempt}; reminders wait.`,
  goOn: (attempt, isStep) =>
    `${attempt > 1 ? `${attempt} tries` : 'One try'} without an answer: the call is closed and ${isStep ? 'the next step of the scenario goes on' : 'reminders take their course'}.`,
  holds: (day) => `Reminders of these invoices wait for the transfer until ${day}.`,
  search: (who) =>
    `A task “Look for the payment” goes to ${who ?? 'accounting'}; it closes by itself when the money arrives.`,
  disputes: 'A dispute is opened: these invoices are no longer chased until it is resolved.',
  disputesPart: 'A dispute is opened about the contested part; the rest is still chased.',
  marked: {
    phone: 'This number is marked as wrong.',
    person: 'This contact is marked: nothing is written to them any more.',
  },
  correct: (who) => `A task “Correct a contact” goes to ${who ?? 'accounting'}.`,
  callStays: 'The call remains to be made.',
  copy: {
    atOnce: (numbers) => `The copy of ${list(numbers, 'and')} leaves at once by e-mail.`,
    afterApproval: (numbers) =>
      `The copy of ${list(numbers, 'and')} is ready among the reminders: it leaves once you approve it.`,
  },
  noReminder: 'It is no reminder: it does not count as a step.',
  missing: (numbers) => `No PDF here for ${list(numbers, 'and')}: a task asks for it to be sent.`,
}

/** Three numbers and how many more: a sentence is read, not scanned. */
function list(numbers: readonly string[], and: 'et' | 'and'): string {
  const most = 3
  const others = numbers.length - most
  if (others > 0)
    return `${numbers.slice(0, most).join(', ')} ${and} ${others} ${and === 'et' ? (others > 1 ? 'autres' : 'autre') : others > 1 ? 'others' : 'other'}`
  return numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} ${and} ${numbers.at(-1)}`
}
