import type { Language } from '../../money/format-money.ts'
import type { Tone } from '../scenario.ts'
import { englishMessages } from './english-messages.ts'
import { frenchMessages } from './french-messages.ts'
import type { MessageTemplate } from './message-template.ts'

/** The texts of the house, until an organisation writes its own. Its counsel should read them. */
export const defaultMessages: Readonly<Record<Language, Readonly<Record<Tone, MessageTemplate>>>> = {
  fr: frenchMessages,
  en: englishMessages,
}
