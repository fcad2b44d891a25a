import { expect, it } from 'vitest'
import { amountsIn, readMessage, readSms } from './read-message.ts'

const message = (body: string) =>
  Buffer.from(`Message-ID: <1@x.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`)

it('reads amounts as they are written in French', () => {
  expect(amountsIn('reste 1\u202f234,56\u00a0€ et 0,99 €, soit 12,5 % en 30 jours')).toEqual([123_456, 99])
})

it('reads which invoices a message names, and leaves interest and fees aside', async () => {
  const text = 'La facture F-00012 (40,00 €) et F-00012.\r\n\r\nÀ ce jour : 3,10 € de pénalités.\r\n\r\nMerci'
  expect(await readMessage(message(text))).toEqual({ id: '<1@x.example>', invoices: ['F-00012'], amounts: [4_000] })
})

it('reads an SMS by the number of its message, its invoice and its amount', () => {
  const sms = { to: '+33610000001', id: '1@x.example', text: 'Atelier : la facture F-00012 (97,00 €) reste à régler.' }
  expect(readSms(sms)).toEqual({ id: '<1@x.example>', invoices: ['F-00012'], amounts: [9_700] })
  expect(readSms({ ...sms, text: 'Atelier : vos 2 factures (1 097,00 €) restent à régler.' }).invoices).toEqual([])
})
