import PostalMime from 'postal-mime'
import type { DeliveredSms } from './sms-office.ts'

/** What a customer reads in a message: the invoices it names and the amounts it asks for, in cents. */
export interface ReadMessage {
  readonly id: string
  readonly invoices: readonly string[]
  /** Amounts outside the lines that speak of interest and fixed fees. */
  readonly amounts: readonly number[]
}

const ofInterest = /pénalit|indemnit|intérêt/i

export async function readMessage(raw: Buffer): Promise<ReadMessage> {
  const { text = '', messageId = '' } = await PostalMime.parse(raw)
  const asked = text.split(/\n\s*\n/).filter((paragraph) => !ofInterest.test(paragraph))
  return {
    id: messageId,
    invoices: [...new Set(text.match(/\bF-\d{5}\b/g) ?? [])],
    amounts: amountsIn(asked.join('\n\n')),
  }
}

/** An SMS names its one invoice, or says how many there are. */
export const readSms = ({ id, text }: DeliveredSms): ReadMessage => ({
  id: `<${id}>`,
  invoices: [...new Set(text.match(/\bF-\d{5}\b/g) ?? [])],
  amounts: amountsIn(text),
})

/** « 1 234,56 € » is 123456. */
export const amountsIn = (text: string): number[] =>
  [...text.matchAll(/(\d[\d\u202f\u00a0 ]*),(\d{2})[\u202f\u00a0 ]?€/g)].map(
    ([, whole = '', cents = '']) => Number(whole.replace(/\D/g, '')) * 100 + Number(cents),
  )
