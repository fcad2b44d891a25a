import {
  IconArrowBackUp,
  IconCalendarCheck,
  IconCalendarEvent,
  IconCalendarX,
  IconChecklist,
  IconCircleCheck,
  IconClock,
  IconCoinEuro,
  IconEdit,
  IconFileImport,
  IconFileText,
  IconMail,
  IconMessage,
  IconMessageReport,
  IconNote,
  IconPhone,
  IconPlayerPause,
  IconScale,
} from '@tabler/icons-react'
import type { Icon } from '../ui/Glyph.tsx'
import type { Tone } from '../ui/tones.ts'
import type { HistoryEntry } from './api.ts'

/** The sign and the family of colour of each kind of entry. */
export const historyLook: Readonly<Record<HistoryEntry['kind'], { readonly icon: Icon; readonly tone: Tone }>> = {
  issued: { icon: IconFileText, tone: 'neutral' },
  due: { icon: IconClock, tone: 'neutral' },
  email: { icon: IconMail, tone: 'neutral' },
  sms: { icon: IconMessage, tone: 'accent' },
  call: { icon: IconPhone, tone: 'promise' },
  letter: { icon: IconFileText, tone: 'neutral' },
  note: { icon: IconNote, tone: 'neutral' },
  answer: { icon: IconMessage, tone: 'accent' },
  payment: { icon: IconCoinEuro, tone: 'paid' },
  reversal: { icon: IconArrowBackUp, tone: 'danger' },
  promise: { icon: IconCalendarCheck, tone: 'promise' },
  brokenPromise: { icon: IconCalendarX, tone: 'danger' },
  dispute: { icon: IconMessageReport, tone: 'dispute' },
  disputeResolved: { icon: IconCircleCheck, tone: 'paid' },
  pause: { icon: IconPlayerPause, tone: 'neutral' },
  change: { icon: IconEdit, tone: 'neutral' },
  import: { icon: IconFileImport, tone: 'neutral' },
  decision: { icon: IconScale, tone: 'neutral' },
  task: { icon: IconChecklist, tone: 'accent' },
  planned: { icon: IconCalendarEvent, tone: 'neutral' },
}
