import {
  IconBuildingBank,
  IconCalendarCheck,
  IconCalendarDollar,
  IconChecklist,
  IconFileText,
  IconMailX,
  IconMessageReport,
  IconMinus,
  IconPhone,
  IconPlayerPause,
  IconScale,
  IconSend,
} from '@tabler/icons-react'
import { cx } from '../ui/class-names.ts'
import { Glyph, type Icon } from '../ui/Glyph.tsx'
import type { OpenItem } from './api.ts'

type Step = NonNullable<OpenItem['next']>

const byKind: Readonly<Record<Step['kind'], Icon>> = {
  email: IconSend,
  call: IconPhone,
  letter: IconFileText,
  task: IconChecklist,
  decision: IconScale,
  hold: IconPlayerPause,
  none: IconMinus,
}

// What holds a message back has its own sign; any other reason is a pause.
const byReason: readonly (readonly [RegExp, Icon])[] = [
  [/promise/i, IconCalendarCheck],
  [/plan/i, IconCalendarDollar],
  [/dispute/i, IconMessageReport],
  [/bank|credit/i, IconBuildingBank],
  [/contact|address/i, IconMailX],
]

const iconOf = ({ kind, because }: Step): Icon =>
  (kind === 'hold' ? byReason.find(([reason]) => reason.test(because))?.[1] : undefined) ?? byKind[kind]

/** What comes next, in a few words: bold when it is for today. The full sentence is its title. */
export function NextStep({ step }: { readonly step: Step }) {
  return (
    <span title={step.sentence} className={cx('flex max-w-full items-center gap-2', step.isToday && 'font-semibold')}>
      <Glyph icon={iconOf(step)} className="text-ink2" />
      <span className={cx('truncate', step.kind === 'none' && 'text-ink2')}>{step.label}</span>
    </span>
  )
}
