import type { Tone } from '@quittance/core/dunning/scenario.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import {
  type MessageVariables,
  onlyConditions,
  variableNames,
} from '@quittance/core/dunning/write-reminder/message-variables.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { Sentence } from '../../platform/http/app-error.ts'
import { gapIn } from '../templates/template-engine.ts'

const { variables: example } = prepareMessage(exampleFacts('fr'))

/** A customer of whom all is known that a text may write. */
const known: MessageVariables = {
  ...example,
  stepFee: { amount: example.total.amountDue },
  promise: { date: example.today, amount: example.total.amountDue },
  portal: { url: 'https://', promiseUrl: 'https://', disputeUrl: 'https://' },
}

/**
 * What may be unknown of a customer, one thing at a time. An overdue item always has days late, and a firm message or a formal notice
 * always gives a date.
 */
function lacks(tone: Tone): Partial<MessageVariables>[] {
  const noInterest = { rate: null, amount: null, claimed: true }
  return [
    ...(tone === 'courtesy' ? [{ invoice: { ...known.invoice, daysLate: null } }] : []),
    ...(tone === 'firm' || tone === 'formalNotice' ? [] : [{ deadline: { date: null, days: null } }]),
    { stepFee: { amount: null } },
    { promise: { date: null, amount: null } },
    { history: { dates: null, count: 0 } },
    // Given up, without a rate, and of a consumer.
    { lateInterest: { ...noInterest, claimed: false } },
    { lateInterest: noInterest, recoveryFee: { amount: null, claimed: true } },
    {
      law: { reference: null },
      lateInterest: { ...noInterest, claimed: false },
      recoveryFee: { amount: null, claimed: false },
    },
    { caller: { name: null } },
    { legalEntity: { ...known.legalEntity, phone: null } },
    { portal: { url: null, promiseUrl: null, disputeUrl: null } },
  ]
}

/** Customers of whom nothing is known that may be unknown, then of whom one thing is not. */
function customersWithGaps(tone: Tone): MessageVariables[] {
  const all = lacks(tone)
  return [Object.assign({}, known, ...all), ...all.map((lack) => ({ ...known, ...lack }))]
}

/** What a text writes without a condition although it may have no value: a hole in a mail. Null: there is none. */
export function unguardedIn(text: string, tone: Tone): { readonly line: number; readonly sentence: Sentence } | null {
  const name = customersWithGaps(tone).reduce<string | null>((found, one) => found ?? gapIn(text, one), null)
  if (name === null) return null
  const line = text.slice(0, text.search(new RegExp(`\\{\\{-?\\s*${name.replace('.', '\\.')}`))).split('\n').length
  const label = variableNames.find((variable) => variable.name === name)?.label ?? { fr: name, en: name }
  const [open, close] = [`{% if ${name} %}`, '{% endif %}']
  if (onlyConditions.has(name)) {
    const fr = `Ligne ${line} : « ${label.fr} » ne s’écrit pas. Mettez ce qui en dépend entre ${open} et ${close}.`
    const en = `Line ${line}: “${label.en}” is not written. Put what depends on it between ${open} and ${close}.`
    return { line, sentence: { fr, en } }
  }
  return {
    line,
    sentence: {
      fr: `Ligne ${line} : « ${label.fr} » n’a pas toujours de valeur. Entourez ce passage de ${open} et ${close}.`,
      en: `Line ${line}: “${label.en}” does not always have a value. Put ${open} and ${close} around this passage.`,
    },
  }
}
