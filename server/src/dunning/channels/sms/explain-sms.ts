import type { Language } from '@quittance/core/money/format-money.ts'
import type { SendOutcome } from '../../../platform/mail/smtp-outcome.ts'

/** It is tried again, it was for the last time, or it was only a test, which nobody tries again. */
export type AfterSms = 'again' | 'last' | 'test'

type Said = (outcome: string, after: AfterSms) => string
interface Words {
  readonly accepted: string
  readonly uncertain: Said
  readonly slow: Said
  readonly number: Said
  readonly refused: Said
  readonly silent: (after: AfterSms) => string
}

/** What became of an SMS, in one sentence for a person of the house, with the next move. */
export function explainSms(outcome: SendOutcome, language: Language, after: AfterSms): string {
  const words = language === 'fr' ? french : english
  switch (outcome.kind) {
    case 'accepted':
      return words.accepted
    case 'uncertain':
      return words.uncertain(outcome.why, after)
    case 'temporary':
      return words.slow(outcome.reply, after)
    case 'permanent':
      return outcome.scope === 'address' ? words.number(outcome.reply, after) : words.refused(outcome.reply, after)
    case 'notConnected':
      return words.silent(after)
  }
}

/** What the gateway said, behind its status; how a line broke is for no reader. */
const ownWords = (why: string): string => (/^\d/.test(why) ? ` (${why})` : '')

const next = {
  fr: {
    again: ' Nous réessayons plus tard.',
    last: ' Plusieurs essais ont échoué : vérifiez Réglages, SMS.',
    test: ' Recommencez plus tard, ou vérifiez l’adresse.',
  },
  en: {
    again: ' We try again later.',
    last: ' Several tries have failed: check Settings, SMS.',
    test: ' Try again later, or check the address.',
  },
} as const

const french: Words = {
  accepted: 'Le SMS est parti : la passerelle l’a accepté.',
  uncertain: (why, after) =>
    `Le SMS est peut-être parti : la passerelle n’a pas répondu clairement${ownWords(why)}. ${after === 'test' ? 'Regardez votre téléphone.' : 'Vérifiez dans son journal, puis dites s’il est parti.'}`,
  slow: (reply, after) => `Le SMS n’est pas parti : la passerelle demande d’attendre (${reply}).${next.fr[after]}`,
  number: (reply, after) =>
    `Le SMS n’est pas parti : la passerelle refuse ce numéro ou ce texte (${reply}). ${after === 'test' ? 'Vérifiez votre numéro.' : 'Corrigez le numéro du contact.'}`,
  refused: (reply, after) =>
    `Le SMS n’est pas parti : la passerelle refuse nos demandes (${reply}). ${after === 'test' ? 'Vérifiez l’adresse, les en-têtes et le contenu.' : 'Vérifiez Réglages, SMS.'}`,
  silent: (after) => `Le SMS n’est pas parti : la passerelle ne répond pas.${next.fr[after]}`,
}

const english: Words = {
  accepted: 'The SMS has left: the gateway accepted it.',
  uncertain: (why, after) =>
    `The SMS may have left: the gateway gave no clear answer${ownWords(why)}. ${after === 'test' ? 'Look at your phone.' : 'Look in its log, then say whether it left.'}`,
  slow: (reply, after) => `The SMS has not left: the gateway asks to wait (${reply}).${next.en[after]}`,
  number: (reply, after) =>
    `The SMS has not left: the gateway refuses this number or text (${reply}). ${after === 'test' ? 'Check your number.' : 'Correct the contact’s number.'}`,
  refused: (reply, after) =>
    `The SMS has not left: the gateway refuses our requests (${reply}). ${after === 'test' ? 'Check the address, the headers and the body.' : 'Check Settings, SMS.'}`,
  silent: (after) => `The SMS has not left: the gateway does not answer.${next.en[after]}`,
}
