import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../form/Checkbox.tsx'
import { IconButton } from '../IconButton.tsx'
import { movedBy } from './column-order.ts'

export interface ColumnChoice<Id extends string> {
  readonly id: Id
  readonly title: string
  /** It names the row: it can be moved, not taken away. */
  readonly isFixed?: boolean
}

export interface ColumnChooserProps<Id extends string> {
  readonly label: string
  /** All that can be shown. */
  readonly choices: readonly ColumnChoice<Id>[]
  /** Those on screen, in their order. */
  readonly shown: readonly Id[]
  readonly onChange: (shown: readonly Id[]) => void
}

/** Which columns, in which order: boxes to tick, arrows to move one up or down, or Alt with an arrow key. */
export function ColumnChooser<Id extends string>({ label, choices, shown, onChange }: ColumnChooserProps<Id>) {
  const { t } = useTranslation('ui')
  const list = useRef<HTMLUListElement>(null)
  const known = new Map(choices.map((choice) => [choice.id, choice]))
  const rows = [...shown, ...choices.map(({ id }) => id).filter((id) => !shown.includes(id))]
  const move = (id: Id, by: 1 | -1) => {
    onChange(movedBy(shown, id, by))
    // The row keeps its focus where it went to.
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(`[data-column="${id}"] input`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent, id: Id) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (!event.altKey || by === undefined || !shown.includes(id)) return
    event.preventDefault()
    move(id, by)
  }
  return (
    <ul ref={list} aria-label={label} className="grid gap-0.5">
      {rows.map((id) => {
        const at = shown.indexOf(id)
        const { title = id, isFixed = false } = known.get(id) ?? {}
        return (
          <li
            key={id}
            data-column={id}
            onKeyDown={(event) => onKeyDown(event, id)}
            className="flex min-h-9 items-center gap-2 rounded-control px-1 hover:bg-sunken"
          >
            <div className="min-w-0 flex-1">
              <Checkbox
                isSelected={at >= 0}
                isDisabled={isFixed}
                onChange={(on) => onChange(on ? [...shown, id] : shown.filter((other) => other !== id))}
              >
                {title}
              </Checkbox>
            </div>
            {at >= 0 && (
              <span className="flex">
                <IconButton
                  icon={IconArrowUp}
                  size="small"
                  label={t('table.moveUp', { column: title })}
                  isDisabled={at === 0}
                  onPress={() => onChange(movedBy(shown, id, -1))}
                />
                <IconButton
                  icon={IconArrowDown}
                  size="small"
                  label={t('table.moveDown', { column: title })}
                  isDisabled={at === shown.length - 1}
                  onPress={() => onChange(movedBy(shown, id, 1))}
                />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
