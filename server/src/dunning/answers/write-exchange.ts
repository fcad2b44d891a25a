import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { MessageClass } from '@quittance/core/dunning/answers/classify-message.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { addExchange } from '../../customers/exchanges.ts'
import type { Db } from '../../platform/database/db.ts'
import { lockAnswer, setExchange } from './answer-rows.ts'

/** The customer's history tells of the message in one line; what says nothing to a person is not told. */
export async function writeExchange(
  db: Db,
  { answer, customer, language }: { answer: number; customer: number; language: Language },
): Promise<void> {
  const row = await lockAnswer(db, answer)
  const summary = row && summaryOf(row, language)
  if (!row || summary === null) return
  const exchange = await addExchange(db, {
    customer,
    kind: 'answer',
    happenedOn: row.receivedOn,
    summary,
    countsAsContact: false,
    reminder: row.reminder,
  })
  await setExchange(db, answer, exchange.id)
}

interface Told {
  readonly class: MessageClass
  readonly subject: string
  readonly body: string
  readonly fromName: string
  readonly fromAddress: string
  readonly returnsOn: CalendarDate | null
}

function summaryOf(told: Told, language: Language): string | null {
  const fr = language === 'fr'
  if (told.class === 'reply')
    return firstWords(told.body) || told.subject || (fr ? 'Message sans texte' : 'Message without words')
  if (told.class === 'outOfOffice') {
    const who = told.fromName || told.fromAddress
    if (told.returnsOn === null)
      return fr ? `${who} est absent : réponse automatique` : `${who} is away: automatic reply`
    const day = formatDate(told.returnsOn, language)
    return fr
      ? `${who} est absent jusqu’au ${day} : réponse automatique`
      : `${who} is away until ${day}: automatic reply`
  }
  if (told.class === 'autoReply')
    return fr ? `Réponse automatique : ${told.subject}` : `Automatic reply: ${told.subject}`
  if (told.class === 'bounce') return fr ? 'Le message n’a pas été remis' : 'The message was not delivered'
  if (told.class === 'complaint') return complaintReason(language)
  return null
}

/** What stands beside an address whose owner told his provider that our mail is unwanted. */
export const complaintReason = (language: Language): string =>
  language === 'fr'
    ? 'Le destinataire a signalé nos messages comme indésirables : plus aucun ne part à cette adresse.'
    : 'The recipient reported our messages as unwanted: nothing more goes to this address.'

const mostWords = 280

function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= mostWords ? line : `${line.slice(0, mostWords - 1).trimEnd()}…`
}
