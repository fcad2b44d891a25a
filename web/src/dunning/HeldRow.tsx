import { WireSums } from '../app/WireSums.tsx'
import { cx } from '../ui/class-names.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { RowOpener } from '../ui/table/TableRow.tsx'
import type { HeldCustomer } from './api.ts'
import { holdLook } from './hold-look.ts'

/** What names a held customer in a list and in the address: a customer may owe two firms of the house. */
export const heldKey = (held: HeldCustomer): string => `${held.customer.id}-${held.legalEntityId}`

export interface HeldRowProps {
  readonly held: HeldCustomer
  readonly isCurrent: boolean
  readonly onOpen: (key: string) => void
  readonly onFocus?: (() => void) | undefined
}

/** One customer who is late and not written to: the reason in a few words, and the sum that waits. */
export function HeldRow({ held, isCurrent, onOpen, onFocus }: HeldRowProps) {
  return (
    <li
      data-row={heldKey(held)}
      aria-current={isCurrent || undefined}
      onFocus={onFocus}
      className={cx(
        'relative flex min-h-8 items-center gap-3 px-4 text-table max-md:py-1.5 touch:min-h-12',
        isCurrent ? 'bg-accentbg shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-neutralbg',
      )}
    >
      <Glyph icon={holdLook(held.because).icon} className="text-ink2" />
      <div className="min-w-0 flex-1">
        <RowOpener row={held} opening={{ open: () => onOpen(heldKey(held)) }} onSpace={undefined}>
          {held.customer.name}
        </RowOpener>
        <span className="block truncate text-small text-ink2 md:hidden">{held.label}</span>
      </div>
      <span className="max-w-[45%] truncate text-small text-ink2 max-md:hidden">{held.label}</span>
      <span className="min-w-24 shrink-0 text-right">
        <WireSums of={held.total} />
      </span>
    </li>
  )
}
