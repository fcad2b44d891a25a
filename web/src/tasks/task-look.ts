import {
  IconAddressBookOff,
  IconBuildingBank,
  IconCheckbox,
  IconCoinEuro,
  IconFileText,
  IconHelpCircle,
  IconMailX,
  IconPhone,
  IconScale,
  IconSend,
} from '@tabler/icons-react'
import type { Icon } from '../ui/Glyph.tsx'
import type { Tone } from '../ui/tones.ts'
import type { TaskRow } from './api.ts'

/** The sign and family of each kind of task. */
export const taskLook: Readonly<Record<TaskRow['kind'], { readonly icon: Icon; readonly tone: Tone }>> = {
  call: { icon: IconPhone, tone: 'accent' },
  letter: { icon: IconFileText, tone: 'accent' },
  decision: { icon: IconScale, tone: 'a4' },
  correctAddress: { icon: IconMailX, tone: 'warn' },
  allocateCredit: { icon: IconCoinEuro, tone: 'paid' },
  resolveUncertain: { icon: IconHelpCircle, tone: 'warn' },
  findPayment: { icon: IconBuildingBank, tone: 'paid' },
  correctContact: { icon: IconAddressBookOff, tone: 'warn' },
  approveReminders: { icon: IconSend, tone: 'accent' },
  other: { icon: IconCheckbox, tone: 'neutral' },
}

export const groupOrder = ['decide', 'call', 'approve', 'match', 'other'] as const satisfies readonly TaskRow['group'][]

/** On a phone calls come first: the card on top is one to ring, and decisions wait for a desk. */
export const thumbOrder = ['call', 'approve', 'match', 'decide', 'other'] as const satisfies readonly TaskRow['group'][]

/** The rows of each group that has any, in the order of the page. */
export const inGroups = (rows: readonly TaskRow[], order: readonly TaskRow['group'][] = groupOrder) =>
  order
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group) }))
    .filter((one) => one.rows.length > 0)
