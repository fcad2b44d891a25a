import type { Tone } from '../scenario.ts'
import type { ReminderFacts } from './reminder-facts.ts'

/** A public body gets no formal notice, however the message was asked for: it is reminded firmly (code de la commande publique). */
export const allowedTone = (tone: Tone, category: ReminderFacts['customer']['category']): Tone =>
  category === 'publicBody' && tone === 'formalNotice' ? 'firm' : tone
