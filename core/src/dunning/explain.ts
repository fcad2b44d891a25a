import type { Language } from '../money/format-money.ts'
import type { Decision, HoldReason, Rest } from './decision.ts'
import type { CancelReason } from './recheck.ts'
import type { SentenceFacts, Sentences } from './sentences.ts'
import { englishSentences } from './sentences-english.ts'
import { frenchSentences } from './sentences-french.ts'

const languages: Readonly<Record<Language, Sentences>> = { fr: frenchSentences, en: englishSentences }

/** The decision in one full sentence, for whoever asks why; a word that was not kept and what is to be checked have their own. */
export function explain(decision: Decision, language: Language, facts: SentenceFacts): string {
  const say = languages[language]
  const broken = new Set((decision.broken ?? []).map(say.broken))
  const checks = decision.kind === 'take' ? (decision.checkFirst ?? []).map((one) => say.checkFirst(one, facts)) : []
  return [sentenceOf(decision, say, facts), ...broken, ...checks].join(' ')
}

function sentenceOf(decision: Decision, say: Sentences, facts: SentenceFacts): string {
  switch (decision.kind) {
    case 'take':
      return say.take(decision, facts)
    case 'hold':
      return say.hold(decision, facts)
    case 'rest':
      return say.rest(decision, facts)
  }
}

/** One sentence for each late item that does not count, oldest first. */
export const explainExclusions = (decision: Decision, language: Language, facts: SentenceFacts): string[] =>
  decision.excluded.map((exclusion) => languages[language].exclusion(exclusion, facts))

/** « Prochaine relance le … parce que … », for the page of an invoice or a customer. */
export const explainNext = (next: NonNullable<Rest['next']>, language: Language, facts: SentenceFacts): string =>
  languages[language].next(next, facts)

/** Why a message that was ready did not leave. */
export const explainCancelled = (because: CancelReason, language: Language, facts: SentenceFacts): string =>
  languages[language].cancelled(because, facts)

/** A few words for a list of what is held back. */
export const holdLabel = (because: HoldReason, language: Language): string => languages[language].holdLabels[because]
