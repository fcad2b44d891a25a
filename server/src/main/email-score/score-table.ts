import type { Language } from '@quittance/core/money/format-money.ts'
import type { EmailScore, Share } from './score-emails.ts'

const lines: readonly (readonly [keyof EmailScore, Readonly<Record<Language, string>>])[] = [
  ['bounces', { fr: 'messages non remis, reconnus', en: 'undelivered messages recognised' }],
  ['autoReplies', { fr: 'réponses automatiques, reconnues', en: 'automatic replies recognised' }],
  ['complaints', { fr: 'signalements, reconnus', en: 'complaints recognised' }],
  ['replies', { fr: 'réponses de personnes, reconnues', en: 'people’s replies recognised' }],
  [
    'noFalseBounces',
    { fr: 'rien pris à tort pour un message non remis', en: 'nothing taken for an undelivered message wrongly' },
  ],
  [
    'addresses',
    { fr: 'adresses non atteintes, toutes et elles seules', en: 'addresses not reached, all and only they' },
  ],
  ['hardness', { fr: 'définitif ou provisoire, comme attendu', en: 'for good or for now, as expected' }],
  ['statuses', { fr: 'code de statut, comme attendu', en: 'status code, as expected' }],
  ['quotations', { fr: 'texte sans citation, au mot près', en: 'text without quotation, word for word' }],
]

const titles = { fr: ['mesure', 'messages', 'justes', 'part'], en: ['measure', 'messages', 'right', 'share'] } as const

/** The score as a table of Markdown. */
export const emailTable = (score: EmailScore, language: Language): string =>
  [
    `| ${titles[language].join(' | ')} |`,
    '| --- | ---: | ---: | ---: |',
    ...lines.map(([name, words]) => `| ${words[language]} | ${cells(score[name], language)} |`),
  ].join('\n')

const cells = ({ of, right }: Share, language: Language): string => {
  const share = of === 0 ? '' : `${((100 * right) / of).toFixed(1)}${language === 'fr' ? '\u00a0' : ' '}%`
  return `${of} | ${right} | ${language === 'fr' ? share.replace('.', ',') : share}`
}

/** Each message that was not read as expected, a line. */
export const missedLines = (score: EmailScore): string[] =>
  lines.flatMap(([name]) => score[name].missed.map((file) => `${name}: ${file}`))

/** The page with the table between its marks replaced. */
export function withEmailTable(page: string, table: string): string {
  const [begin, end] = ['<!-- score of e-mails -->', '<!-- end of the score -->']
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from === -1 || to === -1) throw new Error(`The page has no place for the score: write ${begin} and ${end} in it.`)
  return `${page.slice(0, from + begin.length)}\n\n${table}\n\n${page.slice(to)}`
}
