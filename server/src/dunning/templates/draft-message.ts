import type { MessageTemplate } from '@quittance/core/dunning/write-reminder/message-template.ts'
import type { PreparedMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { draftOf, messageBlocks, subjectLine } from './message-blocks.ts'
import { written } from './template-engine.ts'

/** A message as a person may rewrite it. */
export interface Draft {
  readonly subject: string
  readonly body: string
}

/** Variables that say what is owed, or what moves from one day to the next: a draft keeps their names, not their values. */
const kept = new Set([
  'invoice.amountDue',
  'invoice.daysLate',
  'invoices.count',
  'invoices.countWords',
  'invoices.numbers',
  'invoices.label',
  'total.amountDue',
  'deadline.date',
  'deadline.days',
  'promise.amount',
  'lateInterest.amount',
  'recoveryFee.amount',
  'today',
])

const outputs = /\{\{-?\s*([\w.]+)[^}]*\}\}/g
/** Private characters stand for what is kept while the rest is written; `blockMarks` has the first ones. */
const firstMark = 0xe100

/** The words of a message as they stand, its table, its bank details and what it asks for as the variables they come from. */
export function draftMessage(template: MessageTemplate, prepared: PreparedMessage, language: Language): Draft {
  const outputsKept: string[] = []
  const hide = (text: string): string =>
    text.replace(outputs, (output, name: string) => {
      if (!kept.has(name)) return output
      outputsKept.push(output)
      return String.fromCharCode(firstMark + outputsKept.length - 1)
    })
  const show = (text: string): string =>
    text.replace(/[\ue100-\uf8ff]/g, (mark) => outputsKept[mark.charCodeAt(0) - firstMark] ?? '')
  const subject = written(hide(template.subject), prepared.variables)
  const blocks = messageBlocks(written(hide(template.body), prepared.variables), prepared, language)
  return { subject: subjectLine(show(subject), language), body: show(draftOf(blocks)) }
}

/** The variables a draft kept, with what they say today. */
export function keptIn({ subject, body }: Draft, prepared: PreparedMessage): { name: string; value: string }[] {
  const names = [...`${subject}\n${body}`.matchAll(outputs)]
    .map(([, name = '']) => name)
    .filter((name) => kept.has(name))
  return [...new Set(names)].map((name) => {
    const value = name
      .split('.')
      .reduce<unknown>((from, part) => (from as Record<string, unknown>)[part], prepared.variables)
    return { name, value: String(value ?? '') }
  })
}
