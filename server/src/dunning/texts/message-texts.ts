import type { Tone } from '@quittance/core/dunning/scenario.ts'
import { tones } from '@quittance/core/dunning/scenario.ts'
import { smsMessages } from '@quittance/core/dunning/sms/sms-messages.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { type CallText, callScripts } from '@quittance/core/tasks/call-script.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, found, type Sentence } from '../../platform/http/app-error.ts'
import { explainProblem } from '../templates/explain-problem.ts'
import { validateTemplate } from '../templates/validate-template.ts'
import { messageLanguages } from './languages.ts'
import { unguardedIn } from './unguarded.ts'

export interface Text {
  readonly subject: string
  readonly body: string
}

/** E-mails and letters, SMS, or what to say on the phone. */
export type TextChannel = 'email' | 'sms' | 'call'

/** What a text is for: a tone; of calls, also the payment that was announced and is not there. */
export type TextTone = CallText

const callTexts: readonly TextTone[] = [...tones, 'paymentNotFound']
const tonesOf = (channel: TextChannel): readonly TextTone[] => (channel === 'call' ? callTexts : tones)

/** How one speaks in it. */
export const toneOf = (tone: TextTone): Tone => (tone === 'paymentNotFound' ? 'neutral' : tone)

/** The text of the house; only an e-mail or a letter has a subject. */
const houseText = (channel: TextChannel, tone: TextTone, language: Language): Text => {
  if (channel === 'call') return { subject: '', body: callScripts[language][tone] }
  if (channel === 'sms') return { subject: '', body: smsMessages[language][toneOf(tone)] }
  return defaultMessages[language][toneOf(tone)]
}

/** The text of every tone and language: the organisation's own, else that of the language it falls back to, else that of the house. */
export async function messageTexts(db: Db, channel: TextChannel = 'email') {
  const own = await db.rows<{ tone: TextTone; language: string; subject: string; body: string }>(sql`
    select tone, language, subject, body from message_template where organization_id = current_organization() and channel = ${channel}`)
  const written = new Map(own.map((row) => [`${row.tone}/${row.language}`, row]))
  const spoken = [...(['fr', 'en'] as const).map((code) => ({ code, fallback: code })), ...(await messageLanguages(db))]
  return tonesOf(channel).flatMap((tone) =>
    spoken.map(({ code, fallback }) => {
      const mine = written.get(`${tone}/${code}`)
      const { subject, body } = mine ?? written.get(`${tone}/${fallback}`) ?? houseText(channel, tone, fallback)
      return { channel, tone, language: code as string, fallback, subject, body, isDefault: mine === undefined }
    }),
  )
}

/** Null in both goes back to the text of the house. A text that cannot be read is refused, with its line. */
export async function writeMessageText(
  db: Db,
  which: { tone: TextTone; language: string; channel?: TextChannel },
  text: { subject: string | null; body: string | null; seen?: Text | undefined },
  spoken: Language,
) {
  const { tone, language, channel = 'email' } = which
  const before = found(
    (await messageTexts(db, channel)).find((one) => one.tone === tone && one.language === language) ?? null,
  )
  const { seen } = text
  if (seen && (seen.subject !== before.subject || seen.body !== before.body)) throw changedMeanwhile()
  if (text.subject === null && text.body === null) {
    await db.run(sql`
      delete from message_template
      where organization_id = current_organization() and channel = ${channel} and tone = ${tone} and language = ${language}`)
  } else {
    const house = houseText(channel, tone, before.fallback)
    const { subject, body } = { subject: text.subject ?? house.subject, body: text.body ?? house.body }
    refuseEmpty({ subject, body }, channel)
    refuseUnreadable({ subject, body }, spoken)
    refuseUnguarded({ subject, body }, tone)
    await db.run(sql`
      insert into message_template (organization_id, channel, tone, language, subject, body, changed_by)
      values (current_organization(), ${channel}, ${tone}, ${language}, ${subject}, ${body}, current_person())
      on conflict (organization_id, channel, tone, language) do update
        set subject = excluded.subject, body = excluded.body, changed_by = excluded.changed_by, changed_at = now()`)
  }
  await recordInJournal(db, {
    act: 'messageTemplate.changed',
    thing: 'messageTemplate',
    details: { channel, tone, language },
  })
  return found((await messageTexts(db, channel)).find((one) => one.tone === tone && one.language === language) ?? null)
}

const changedMeanwhile = (): AppError =>
  new AppError('templateChangedMeanwhile', 409, {
    fr: 'Ce texte a été changé depuis que vous l’avez ouvert. Le vôtre reste à l’écran : voyez l’autre avant d’enregistrer.',
    en: 'This text was changed since you opened it. Yours stays on screen: look at the other before you save.',
  })

/** Refuses a text with a variable that does not exist or braces that do not close; the refusal says the line. */
export function refuseUnreadable(text: Text, spoken: Language): void {
  const [problem] = problemsIn(text, spoken)
  if (!problem) return
  throw new AppError('templateInvalid', 400, { fr: problem.sentence, en: problem.sentence }, { line: problem.line })
}

/** Refuses a text that writes without a condition what may have no value: nobody gets a mail with a hole. */
export function refuseUnguarded({ subject, body }: Text, tone: TextTone): void {
  const hole = unguardedIn(subject, toneOf(tone)) ?? unguardedIn(body, toneOf(tone))
  if (hole) throw new AppError('templateHasHole', 400, hole.sentence, { line: hole.line })
}

/** A message says something, and an e-mail says of what. */
export function emptyIn({ subject, body }: Text, channel: TextChannel): Sentence | null {
  if (body.trim() === '') return { fr: 'Le texte est vide : écrivez-le.', en: 'The text is empty: write it.' }
  if (channel !== 'email' || subject.trim() !== '') return null
  return { fr: 'L’objet est vide : écrivez-en un.', en: 'The subject is empty: write one.' }
}

function refuseEmpty(text: Text, channel: TextChannel): void {
  const empty = emptyIn(text, channel)
  if (empty) throw new AppError('templateEmpty', 400, empty)
}

/** All that keeps a text of a tone from being saved, while it is written. */
export function faultsIn(text: Text, { tone, channel }: { tone: TextTone; channel: TextChannel }, spoken: Language) {
  const unread = problemsIn(text, spoken)
  if (unread.length > 0) return { unread, unfit: [] }
  const spokenIn = toneOf(tone)
  const hole = unguardedIn(text.subject, spokenIn) ?? unguardedIn(text.body, spokenIn)
  const empty = emptyIn(text, channel)
  const unfit = [...(empty ? [{ line: 1, sentence: empty }] : []), ...(hole ? [hole] : [])]
  return { unread, unfit: unfit.map(({ line, sentence }) => ({ line, sentence: sentence[spoken] })) }
}

/** What is wrong in a text, line by line, in the words of whoever writes it. */
export const problemsIn = (text: Text, spoken: Language) =>
  [...validateTemplate(text.subject), ...validateTemplate(text.body)].map((problem) => ({
    line: problem.line,
    sentence: explainProblem(problem, spoken),
  }))
