import {
  IconChecklist,
  IconFileText,
  IconMail,
  IconMessage,
  IconPhone,
  IconRosetteDiscountCheck,
  IconScale,
} from '@tabler/icons-react'
import type { Icon } from '../ui/Glyph.tsx'
import type { Tone } from '../ui/tones.ts'
import type { ScenarioStep } from './scenario-api.ts'

type Channel = ScenarioStep['channel']

/** The icon and family of what a step does. */
export const channelLook: Readonly<Record<Channel, { readonly icon: Icon; readonly tone: Tone }>> = {
  email: { icon: IconMail, tone: 'accent' },
  call: { icon: IconPhone, tone: 'warn' },
  sms: { icon: IconMessage, tone: 'accent' },
  letter: { icon: IconFileText, tone: 'danger' },
  registeredLetter: { icon: IconRosetteDiscountCheck, tone: 'danger' },
  task: { icon: IconChecklist, tone: 'neutral' },
  decision: { icon: IconScale, tone: 'a4' },
}
