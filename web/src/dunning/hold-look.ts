import {
  IconBuildingBank,
  IconCalendarDollar,
  IconCalendarOff,
  IconCalendarTime,
  IconClockPause,
  IconCoinEuro,
  IconCreditCardPay,
  IconGavel,
  IconHelpCircle,
  IconMailOpened,
  IconMailX,
  IconMessageReport,
  IconPhone,
  IconPlayerPause,
  IconReceiptRefund,
  IconScale,
} from '@tabler/icons-react'
import type { Icon } from '../ui/Glyph.tsx'
import type { Tone } from '../ui/tones.ts'

interface Look {
  readonly icon: Icon
  readonly tone: Tone
}

const looks: Readonly<Record<string, Look>> = {
  legal: { icon: IconGavel, tone: 'neutral' },
  handedOver: { icon: IconScale, tone: 'neutral' },
  paused: { icon: IconPlayerPause, tone: 'neutral' },
  promise: { icon: IconCalendarTime, tone: 'promise' },
  dispute: { icon: IconMessageReport, tone: 'dispute' },
  plan: { icon: IconCalendarDollar, tone: 'promise' },
  automaticMeans: { icon: IconCreditCardPay, tone: 'neutral' },
  tooSmall: { icon: IconCoinEuro, tone: 'neutral' },
  credit: { icon: IconReceiptRefund, tone: 'paid' },
  bankPending: { icon: IconBuildingBank, tone: 'paid' },
  uncertain: { icon: IconHelpCircle, tone: 'warn' },
  answerUnread: { icon: IconMailOpened, tone: 'accent' },
  humanToday: { icon: IconPhone, tone: 'accent' },
  decision: { icon: IconScale, tone: 'accent' },
  setAside: { icon: IconPlayerPause, tone: 'neutral' },
  tooSoon: { icon: IconClockPause, tone: 'neutral' },
  badContact: { icon: IconMailX, tone: 'warn' },
  notWorkingDay: { icon: IconCalendarOff, tone: 'neutral' },
}

/** The icon and family of a reason for holding back; a reason of a newer server looks like a pause. */
export const holdLook = (because: string): Look => looks[because] ?? { icon: IconPlayerPause, tone: 'neutral' }
