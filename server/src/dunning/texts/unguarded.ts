import type { Tone } from '@quittance/core/dunning/scenario.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { type MessageVariables, variableNames } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { Sentence } from '../../platform/http/app-error.ts'
import { gapIn } from '../templates/template-engine.ts'

/**
 * A customer for whom nothing is known that may be unknown. An overdue item always has days late, and a firm message or a
 * formal notice always gives a date.
 */
function atLeast(tone: Tone): MessageVariables {
  const { variables } = prepareMessage(exampleFacts('fr'))
  const { deadline, invoice, legalEntity } = variables
  const dated = tone === 'firm' || tone === 'formalNotice'
  return {
    ...variables,
    invoice: tone === 'courtesy' ? { ...invoice, daysLate: null } : invoice,
    deadline: dated ? deadline : { date: null, days: null },
    promise: { date: null, amount: null },
    history: { dates: null, count: 0 },
    law: { reference: null },
    lateInterest: { rate: null, amount: null },
    recoveryFee: { amount: null },
    caller: { name: null },
    legalEntity: { ...legalEntity, phone: null },
    portal: { url: null, promiseUrl: null, disputeUrl: null },
  }
}

/** What a text writes without a condition although it may have no value: a hole in a mail. Null: there is none. */
export function unguardedIn(text: string, tone: Tone): { readonly line: number; readonly sentence: Sentence } | null {
  const name = gapIn(text, atLeast(tone))
  if (name === null) return null
  const line = text.slice(0, text.search(new RegExp(`\\{\\{-?\\s*${name.replace('.', '\\.')}`))).split('\n').length
  const label = variableNames.find((variable) => variable.name === name)?.label ?? { fr: name, en: name }
  const [open, close] = [`{% if ${name} %}`, '{% endif %}']
  return {
    line,
    sentence: {
      fr: `Ligne ${line} : « ${label.fr} » n’a pas toujours de valeur. Entourez ce passage de ${open} et ${close}.`,
      en: `Line ${line}: “${label.en}” does not always have a value. Put ${open} and ${close} around this passage.`,
    },
  }
}
