import {
  IconAlertTriangle,
  IconCheck,
  IconClockPause,
  IconMailCheck,
  IconMailOpened,
  IconMailX,
  IconPlaneDeparture,
  IconRobot,
} from '@tabler/icons-react'
import type { Icon } from '../../ui/Glyph.tsx'
import type { Tone } from '../../ui/tones.ts'
import type { AnswerClass } from './api.ts'

/** The icon and family of each kind of message that comes back. */
export const answerLook: Readonly<Record<AnswerClass, { readonly icon: Icon; readonly tone: Tone }>> = {
  reply: { icon: IconMailOpened, tone: 'accent' },
  autoReply: { icon: IconRobot, tone: 'neutral' },
  outOfOffice: { icon: IconPlaneDeparture, tone: 'neutral' },
  bounce: { icon: IconMailX, tone: 'warn' },
  delayed: { icon: IconClockPause, tone: 'neutral' },
  delivered: { icon: IconMailCheck, tone: 'paid' },
  complaint: { icon: IconAlertTriangle, tone: 'danger' },
  receipt: { icon: IconCheck, tone: 'neutral' },
}
