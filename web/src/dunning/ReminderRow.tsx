import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { WireSums } from '../app/WireSums.tsx'
import { cx } from '../ui/class-names.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import type { RowId } from '../ui/table/columns.ts'
import { RowOpener } from '../ui/table/TableRow.tsx'
import type { Reminder } from './api.ts'
import { Deducted } from './Deducted.tsx'
import { DunningTone } from './DunningTone.tsx'
import { ReminderNote } from './ReminderNote.tsx'
import { SmsMark } from './SmsMark.tsx'

export interface ReminderRowProps {
  readonly reminder: Reminder
  readonly isCurrent: boolean
  readonly onOpen: (id: RowId) => void
  readonly onFocus: () => void
  /** Absent for a message that cannot be chosen any more. */
  readonly selection?: { readonly isSelected: boolean; readonly toggle: (extend: boolean) => void } | undefined
  /** In place of the tone: when it leaves, how to stop it. */
  readonly end?: ReactNode
}

/** One message in the list: customer, invoices, tone, amount. */
export function ReminderRow({ reminder, isCurrent, onOpen, onFocus, selection, end }: ReminderRowProps) {
  const { t } = useTranslation('dunning')
  const { customer } = reminder
  return (
    <li
      data-row={String(reminder.id)}
      aria-current={isCurrent || undefined}
      onFocus={onFocus}
      className={cx(
        'relative flex h-10 items-center gap-3 border-b border-line px-4 text-table [contain-intrinsic-size:auto_40px] [content-visibility:auto]',
        isCurrent ? 'bg-accentbg shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-sunken',
      )}
    >
      {selection && (
        <Checkbox
          label={t('list.choose', { name: customer.name })}
          isSelected={selection.isSelected}
          onChange={() => selection.toggle(false)}
          className="relative z-10"
        />
      )}
      <div className="flex min-w-0 flex-1 items-center gap-2 font-medium">
        <RowOpener row={reminder} opening={{ open: () => onOpen(reminder.id) }} onSpace={selection?.toggle}>
          {customer.name}
        </RowOpener>
        <SmsMark reminder={reminder} />
      </div>
      {end ?? (
        <>
          <span className="w-20 shrink-0 text-ink2">
            <ReminderNote reminder={reminder} />
          </span>
          <span className="w-22 shrink-0">
            <DunningTone tone={reminder.tone} />
          </span>
        </>
      )}
      <span className="min-w-24 shrink-0 text-right">
        <WireSums of={reminder.total} look="strong" />
        <Deducted from={reminder} />
      </span>
    </li>
  )
}
