import { IconClock } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { WireSums } from '../app/WireSums.tsx'
import { Card } from '../ui/Card.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { useIsBeside } from '../ui/SidePanel.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import type { RowId } from '../ui/table/columns.ts'
import type { Selection } from '../ui/table/selection.ts'
import { useRowKeys } from '../ui/table/use-row-keys.ts'
import type { HeldPart, Reminder } from './api.ts'
import { HeldRow, heldKey } from './HeldRow.tsx'
import { ReminderRow } from './ReminderRow.tsx'
import { ShowMore } from './ShowMore.tsx'
import { useLeavingWords } from './use-departure-words.ts'

export interface ReminderListProps {
  readonly label: string
  /** Wait for approval: can be chosen. */
  readonly pending: readonly Reminder[]
  /** Approved: leave at the departure unless somebody stops them. */
  readonly approved: readonly Reminder[]
  /** How many there are of both, on screen or not. */
  readonly count: { readonly pending: number; readonly approved: number }
  /** To those of the list that are not there yet; absent once all are. */
  readonly more: (() => void) | undefined
  readonly held: HeldPart
  readonly currentKey: RowId | undefined
  readonly onOpen: (key: RowId) => void
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  /** Every message, on screen or not. */
  readonly onSelectAll: () => void
  readonly onStop: (reminders: readonly Reminder[]) => void
  readonly onStopAll: () => void
  readonly top: ReactNode
  /** In place of the rows when nothing waits. */
  readonly empty: ReactNode
}

/** What leaves today: to approve, approved, and who is put aside with the reason; walked with J and K as one list. */
export function ReminderList(props: ReminderListProps) {
  const { pending, approved, count, held, currentKey, onOpen, selection, onSelect } = props
  const { t } = useTranslation('dunning')
  const isBeside = useIsBeside()
  const mayWrite = useMayWrite('business')
  const box = useRef<HTMLDivElement>(null)
  const ids: readonly RowId[] = [...[...pending, ...approved].map(({ id }) => id), ...held.rows.map(heldKey)]
  const keys = useRowKeys(box, {
    ids,
    currentId: currentKey,
    selection,
    onSelect,
    onSelectAll: props.onSelectAll,
    onArrive: isBeside ? (index) => ids[index] !== undefined && onOpen(ids[index]) : undefined,
    reveal: () => {},
  })
  const rowProps = (id: RowId) => ({ isCurrent: id === currentKey, onOpen, onFocus: () => keys.arrive(id) })

  return (
    <Card className="flex min-h-0 flex-col">
      {props.top}
      <div ref={box} data-scrolls="" className="min-h-0 flex-1 scroll-py-2 overflow-auto">
        {pending.length === 0 && approved.length === 0 && props.empty}
        <ul aria-label={props.label}>
          {pending.map((reminder) => (
            <ReminderRow
              key={reminder.id}
              reminder={reminder}
              {...rowProps(reminder.id)}
              selection={{
                isSelected: selection.has(reminder.id),
                toggle: (extend) => keys.select(reminder.id, extend),
              }}
            />
          ))}
        </ul>
        {count.approved > 0 && (
          <section aria-label={t('approved.title')}>
            <SectionHead
              title={t('approved.title')}
              count={count.approved}
              end={mayWrite && <TextButton onPress={props.onStopAll}>{t('approved.stopAll')}</TextButton>}
            />
            <ul>
              {approved.map((reminder) => (
                <ReminderRow
                  key={reminder.id}
                  reminder={reminder}
                  {...rowProps(reminder.id)}
                  end={<Leaving reminder={reminder} onStop={() => props.onStop([reminder])} />}
                />
              ))}
            </ul>
          </section>
        )}
        <ShowMore onPress={props.more} count={count.pending + count.approved - pending.length - approved.length} />
        {held.rows.length > 0 && (
          <section aria-label={t('held.title')} className="border-t-2 border-line bg-sunken pb-2">
            <SectionHead title={t('held.title')} count={held.count} end={<WireSums of={held.total} />} />
            <ul>
              {held.rows.map((one) => (
                <HeldRow key={heldKey(one)} held={one} {...rowProps(heldKey(one))} />
              ))}
            </ul>
            <ShowMore onPress={held.more} count={held.count - held.rows.length} />
          </section>
        )}
      </div>
    </Card>
  )
}

function SectionHead({
  title,
  count,
  end,
}: {
  readonly title: string
  readonly count: number
  readonly end: ReactNode
}) {
  return (
    <div className="flex min-h-9 items-center gap-2 px-4 text-table">
      <h2 className="font-semibold">{title}</h2>
      <span className="text-ink3">{count}</span>
      <span className="ml-auto text-ink3">{end}</span>
    </div>
  )
}

/** « part à 10:00 » with the way to stop it, for as long as it has not been taken by the sender. */
function Leaving({ reminder, onStop }: { readonly reminder: Reminder; readonly onStop: () => void }) {
  const { t } = useTranslation('dunning')
  const leavingWords = useLeavingWords()
  const mayWrite = useMayWrite('business')
  if (reminder.state === 'sending') return <span className="text-small text-ink3">{t('approved.sending')}</span>
  return (
    <span className="relative z-10 flex items-center gap-2 text-small">
      <StatusPill tone={reminder.isTriedAgain || reminder.isChanged ? 'warn' : 'paid'} icon={IconClock}>
        {leavingWords(reminder)}
        {reminder.isChanged && `, ${t('list.changed')}`}
      </StatusPill>
      {mayWrite && <TextButton onPress={onStop}>{t('approved.stop')}</TextButton>}
    </span>
  )
}
