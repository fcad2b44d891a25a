import type { Tone } from '@quittance/core/dunning/scenario.ts'
import { tones } from '@quittance/core/dunning/scenario.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { explainProblem } from '../templates/explain-problem.ts'
import { renderMessage } from '../templates/render-message.ts'
import { validateTemplate } from '../templates/validate-template.ts'

type Language = 'fr' | 'en'
interface Text {
  readonly subject: string
  readonly body: string
}

/** The text of every tone and language: the organisation's own, else that of the house. */
export async function messageTexts(db: Db) {
  const own = await db.rows<{ tone: Tone; language: Language; subject: string; body: string }>(sql`
    select tone, language, subject, body from message_template where organization_id = current_organization()`)
  const written = new Map(own.map((row) => [`${row.tone}/${row.language}`, row]))
  return tones.flatMap((tone) =>
    (['fr', 'en'] as const).map((language) => {
      const mine = written.get(`${tone}/${language}`)
      const { subject, body } = mine ?? defaultMessages[language][tone]
      return { tone, language, subject, body, isDefault: mine === undefined }
    }),
  )
}

/** Null in both goes back to the text of the house. A text that cannot be read is refused, with its line. */
export async function writeMessageText(
  db: Db,
  which: { tone: Tone; language: Language },
  text: { subject: string | null; body: string | null },
  spoken: Language,
) {
  const { tone, language } = which
  if (text.subject === null && text.body === null) {
    await db.run(sql`
      delete from message_template where organization_id = current_organization() and tone = ${tone} and language = ${language}`)
  } else {
    const house = defaultMessages[language][tone]
    const { subject, body } = { subject: text.subject ?? house.subject, body: text.body ?? house.body }
    refuseUnreadable({ subject, body }, spoken)
    await db.run(sql`
      insert into message_template (organization_id, tone, language, subject, body, changed_by)
      values (current_organization(), ${tone}, ${language}, ${subject}, ${body}, current_person())
      on conflict (organization_id, tone, language) do update
        set subject = excluded.subject, body = excluded.body, changed_by = excluded.changed_by, changed_at = now()`)
  }
  await recordInJournal(db, { act: 'messageTemplate.changed', thing: 'messageTemplate', details: { tone, language } })
  const changed = (await messageTexts(db)).find((one) => one.tone === tone && one.language === language)
  if (!changed) throw new Error(`No text for ${tone} in ${language}.`)
  return changed
}

/** A text on the example of the house, with what is wrong in it line by line. */
export function previewText(text: Text, language: Language, spoken: Language) {
  const problems = problemsIn(text, spoken)
  if (problems.length > 0) return { subject: text.subject, html: '', problems }
  const { subject, html } = renderMessage(text, prepareMessage(exampleFacts(language)), language)
  return { subject, html, problems }
}

/** Refuses a text with a variable that does not exist or braces that do not close; the refusal says the line. */
export function refuseUnreadable(text: Text, spoken: Language): void {
  const [problem] = problemsIn(text, spoken)
  if (!problem) return
  throw new AppError('templateInvalid', 400, { fr: problem.sentence, en: problem.sentence }, { line: problem.line })
}

const problemsIn = (text: Text, spoken: Language) =>
  [...validateTemplate(text.subject), ...validateTemplate(text.body)].map((problem) => ({
    line: problem.line,
    sentence: explainProblem(problem, spoken),
  }))
