import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { HalfYear } from '@quittance/core/dunning/late-interest-rates.ts'
import { lateInterestRates } from '@quittance/core/dunning/late-interest-rates.ts'
import { halfYearWords } from '@quittance/core/dunning/law/half-year-words.ts'
import { derivedRates } from '@quittance/core/dunning/law/rate-table.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { decimalText } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { historyOf } from '../../../customers/history.ts'
import type { Db } from '../../../platform/database/db.ts'
import { csvLine } from '../../../platform/http/csv-line.ts'
import { compose } from '../../../platform/mail/compose.ts'
import { frozenMessage, mailOf } from '../../messages/outgoing-mail.ts'
import { fileContents, reminderHead } from '../../messages/queries.ts'
import { lawOfCustomer } from '../customer-law.ts'
import { knownRates, rateTable } from '../rates.ts'
import {
  answerPapers,
  customerIdentity,
  disputePapers,
  firmsOf,
  invoiceFilesOf,
  letterPapers,
  noticeProofs,
  paymentsOf,
  sentMessages,
} from './file-queries.ts'
import { fileWords } from './file-words.ts'
import { summaryPage } from './summary-page.ts'
import { type FileEntry, nameFiles } from './write-archive.ts'

export interface FileAbout {
  readonly customer: number
  readonly today: CalendarDate
  readonly language: Language
}

/** All that proves a claim, file by file; what is large is read when its turn comes. */
export async function gatherFile(db: Db, { customer, today, language }: FileAbout) {
  const identity = await customerIdentity(db, customer)
  const law = await lawOfCustomer(db, customer, today)
  const words = fileWords[language]
  const named = nameFiles()
  const papers = [
    ...(await invoiceEntries(db, customer, (name) => named(words.folder.invoices, name))),
    ...(await messageEntries(db, customer, (name) => named(words.folder.messages, name))),
    ...(await paperEntries(db, customer, { named, words })),
  ]
  const history = await historyOf(db, { customer, invoice: null }, { today, language, isWhole: true })
  const known = {
    identity,
    law,
    firms: await firmsOf(db, customer),
    payments: await paymentsOf(db, customer),
    history,
    today,
    language,
    papers: papers.map(({ name }) => name),
  }
  const text = (name: string, content: string): FileEntry => ({ name, read: async () => Buffer.from(content) })
  return {
    identity,
    entries: [
      text(`${words.file.summary}.html`, summaryPage(known)),
      text(`${words.file.interest}.csv`, interestTable(law.invoices, language)),
      text(`${words.file.rates}.csv`, await ratesTable(db, today, language)),
      text(`${words.file.history}.csv`, historyTable(history, language)),
      ...papers,
    ],
  }
}

type Named = (name: string) => string

async function invoiceEntries(db: Db, customer: number, named: Named): Promise<FileEntry[]> {
  return (await invoiceFilesOf(db, customer)).map(({ invoice, name }) => ({
    name: named(name),
    read: async () => {
      const [file] = await fileContents(db, [invoice])
      if (!file) throw new Error(`The document of invoice ${invoice} went away while the file was made.`)
      return file.content
    },
  }))
}

/** Each message as it left, headers and attachments included; one whose words were not kept then is left out. */
async function messageEntries(db: Db, customer: number, named: Named): Promise<FileEntry[]> {
  return (await sentMessages(db, customer)).map(({ id, on, channel, tone }) => ({
    name: named(`${on}-${tone}-${id}.${channel === 'email' ? 'eml' : 'txt'}`),
    read: async () => {
      const head = await reminderHead(db, id)
      const frozen = head && frozenMessage(head)
      if (!head || !frozen) throw new Error(`Message ${id} was sent and its words are not there.`)
      if (channel !== 'email') return Buffer.from(frozen.text)
      return compose(await mailOf(db, head, frozen, Date.parse(frozen.writtenAt ?? head.sentAt ?? on)))
    },
  }))
}

interface Papers {
  readonly named: (folder: string, name: string) => string
  readonly words: (typeof fileWords)[Language]
}

async function paperEntries(db: Db, customer: number, { named, words }: Papers): Promise<FileEntry[]> {
  const papers = [
    ...(await answerPapers(db, customer)),
    ...(await letterPapers(db, customer)),
    ...(await noticeProofs(db, customer)),
    ...(await disputePapers(db, customer)),
  ]
  return papers.map(({ kind, on, name, read }) => ({
    name: named(words.folder[kind], `${on}-${name}`),
    read,
  }))
}

type Invoices = Awaited<ReturnType<typeof lawOfCustomer>>['invoices']

const separatorOf = { fr: ';', en: ',' } as const
const bom = '\ufeff'
/** As a spreadsheet of that language reads a figure: a French one takes « 12.15 » for a text. */
const figure = (of: Money, language: Language): string =>
  language === 'fr' ? decimalText(of).replace('.', ',') : decimalText(of)
const hundredths = (value: number, language: Language): string => figure(money(value, asCurrency('EUR')), language)

/** One line a segment: what anybody can reckon again. The last column adds up to the interest of each invoice. */
function interestTable(invoices: Invoices, language: Language): string {
  const separator = separatorOf[language]
  const words = fileWords[language]
  const lines = invoices.flatMap(({ invoice, dueDate, interest, decisions }) =>
    (interest?.segments ?? []).map((segment) => [
      invoice.number,
      dueDate,
      segment.from,
      segment.to,
      String(segment.days),
      figure(money(segment.base.amount, asCurrency(segment.base.currency)), language),
      hundredths(segment.rate, language),
      figure(money(segment.interest.amount, asCurrency(segment.interest.currency)), language),
      segment.interest.currency,
      interest ? words.from[interest.from] : '',
      decisions.filter(({ covers }) => covers === 'interest').map(({ decision }) => words[decision])[0] ?? '',
    ]),
  )
  return bom + [words.interestColumns, ...lines].map((line) => csvLine(line, separator)).join('')
}

async function ratesTable(db: Db, today: CalendarDate, language: Language): Promise<string> {
  const known = await knownRates(db)
  const words = fileWords[language]
  const lines = (await rateTable(db, today)).rates.flatMap(({ halfYear, source, origin }) => {
    const rate = known[halfYear as HalfYear]
    if (!rate) return []
    const { statutory, publicBuyer, floor } = derivedRates(rate)
    const isShipped = lateInterestRates[halfYear as HalfYear] !== undefined && origin !== 'entered'
    const figures = [rate.mainRefinancing, statutory, publicBuyer, rate.legal, floor].map((one) =>
      hundredths(one, language),
    )
    return [[halfYearWords(halfYear, language), ...figures, source ?? (isShipped ? words.shippedRates : '')]]
  })
  return bom + [words.rateColumns, ...lines].map((line) => csvLine(line, separatorOf[language])).join('')
}

function historyTable(history: Awaited<ReturnType<typeof historyOf>>, language: Language): string {
  const lines = history.map(({ on, title, detail, person }) => [on, title, detail ?? '', person ?? ''])
  const columns = fileWords[language].historyColumns
  return bom + [columns, ...lines].map((line) => csvLine(line, separatorOf[language])).join('')
}
