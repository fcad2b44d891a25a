import type { Tone } from '@quittance/core/dunning/scenario.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { ToldMessage } from './queries.ts'

export interface ForewarningWords {
  subject(count: number, about: { total: string; dayName: string; isToday: boolean }): string
  hello(name: string): string
  opening(dayName: string, isToday: boolean): string
  readonly groups: Readonly<Record<ToldMessage['state'], (count: number) => string>>
  at(time: string): string
  more(count: number): string
  held(reasons: string): string
  readonly tones: Readonly<Record<Tone, string>>
  readonly read: string
  readonly readLink: string
  readonly aside: string
  readonly asideLink: string
  readonly seeAll: string
  readonly seeAllLink: string
  readonly foot: string
}

const nb = '\u00a0'

const french: ForewarningWords = {
  subject: (count, { total, dayName, isToday }) =>
    `${isToday ? 'Aujourd’hui' : `Le ${dayName}`}${nb}: ${count} ${count > 1 ? 'relances' : 'relance'}, ${total}`,
  hello: (name) => `Bonjour ${name},`,
  opening: (dayName, isToday) =>
    isToday
      ? `Voici ce qui part aujourd’hui, ${dayName}, chez vos clients.`
      : `Voici ce qui part le ${dayName}, prochain jour ouvré, chez vos clients.`,
  groups: {
    ready: (count) =>
      count > 1
        ? `${count} messages partent tout seuls, sauf si vous les retenez${nb}:`
        : `1 message part tout seul, sauf si vous le retenez${nb}:`,
    pendingApproval: (count) =>
      count > 1 ? `${count} messages attendent un accord${nb}:` : `1 message attend un accord${nb}:`,
    planned: (count) => (count > 1 ? `${count} messages sont prévus${nb}:` : `1 message est prévu${nb}:`),
  },
  at: (time) => `part à ${time}`,
  more: (count) => (count > 1 ? `et ${count} autres.` : 'et 1 autre.'),
  held: (reasons) => `En retard, et rien ne leur est envoyé${nb}: ${reasons}.`,
  tones: {
    courtesy: 'petit rappel',
    friendly: 'cordial',
    neutral: 'neutre',
    firm: 'ferme',
    formalNotice: 'mise en demeure',
  },
  read: `Lire${nb}:`,
  readLink: 'Lire',
  aside: `Mettre de côté${nb}:`,
  asideLink: 'Mettre de côté',
  seeAll: `Tout voir${nb}:`,
  seeAllLink: 'Tout voir',
  foot: 'Un message par jour au plus, réglable dans Réglages, Envoi des messages. Ses liens demandent de se connecter, et ne font rien tout seuls.',
}

const english: ForewarningWords = {
  subject: (count, { total, dayName, isToday }) =>
    `${isToday ? 'Today' : `On ${dayName}`}: ${count} ${count === 1 ? 'reminder' : 'reminders'}, ${total}`,
  hello: (name) => `Hello ${name},`,
  opening: (dayName, isToday) =>
    isToday
      ? `This is what leaves today, ${dayName}, to your customers.`
      : `This is what leaves on ${dayName}, the next working day, to your customers.`,
  groups: {
    ready: (count) =>
      count === 1
        ? '1 message leaves by itself unless you keep it:'
        : `${count} messages leave by themselves unless you keep them:`,
    pendingApproval: (count) =>
      count === 1 ? '1 message waits for an approval:' : `${count} messages wait for an approval:`,
    planned: (count) => (count === 1 ? '1 message is planned:' : `${count} messages are planned:`),
  },
  at: (time) => `leaves at ${time}`,
  more: (count) => (count === 1 ? 'and 1 more.' : `and ${count} more.`),
  held: (reasons) => `Late, and nothing is sent to them: ${reasons}.`,
  tones: {
    courtesy: 'courtesy',
    friendly: 'friendly',
    neutral: 'neutral',
    firm: 'firm',
    formalNotice: 'formal notice',
  },
  read: 'Read:',
  readLink: 'Read',
  aside: 'Put aside:',
  asideLink: 'Put aside',
  seeAll: 'See everything:',
  seeAllLink: 'See everything',
  foot: 'One message a day at most, set in Settings, Sending. Its links ask you to sign in, and do nothing by themselves.',
}

/** The words of the mail to a colleague. */
export const forewarningWords: Readonly<Record<Language, ForewarningWords>> = { fr: french, en: english }
