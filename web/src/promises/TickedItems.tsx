import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asMoney, type WireMoney } from '../app/wire.ts'
import { SectionTitle } from '../ui/Card.tsx'
import { cx } from '../ui/class-names.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Money } from '../ui/Money.tsx'
import { useLanguage } from '../ui/use-language.ts'

/** A due line that can be ticked. */
export interface DueLine {
  readonly id: number
  readonly number: string
  readonly dueDate: string
  readonly amountDue: WireMoney
}

export interface TickedItemsProps<Item extends DueLine> {
  readonly title: string
  /** At the end of the title's line. */
  readonly end?: ReactNode
  readonly items: readonly Item[]
  readonly isChosen: (id: number) => boolean
  readonly onTick: (item: Item, isChosen: boolean) => void
  /** In the place of what is left of it. */
  readonly amountOf?: (item: Item) => ReactNode
  /** In a panel: smaller, and fewer at once. */
  readonly isDense?: boolean
}

/** Due lines, ticked, each with its due date and what is left to pay of it. */
export function TickedItems<Item extends DueLine>(props: TickedItemsProps<Item>) {
  const { title, end, items, isChosen, onTick, amountOf, isDense = false } = props
  const { t } = useTranslation('promises')
  const language = useLanguage()
  return (
    <fieldset aria-label={title} className="min-w-0">
      <SectionTitle level={3} className={isDense ? 'pb-1' : 'pb-1.5'} end={end}>
        {title}
      </SectionTitle>
      <ul
        className={cx(
          'divide-y divide-line overflow-y-auto rounded-block border border-line2',
          isDense ? 'max-h-40' : 'max-h-56',
        )}
      >
        {items.map((item) => (
          <li
            key={item.id}
            className={cx('flex items-center gap-3', isDense ? 'px-2.5 py-1 text-table' : 'px-3 py-1.5 text-body')}
          >
            <Checkbox
              isSelected={isChosen(item.id)}
              onChange={(chosen) => onTick(item, chosen)}
              className="min-w-0 flex-1"
            >
              {item.number}{' '}
              <span className="whitespace-nowrap text-small text-ink3">
                {t('plan.dueOn', { date: formatDate(asDate(item.dueDate), language) })}
              </span>
            </Checkbox>
            {amountOf?.(item) || <Money of={asMoney(item.amountDue)} />}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
