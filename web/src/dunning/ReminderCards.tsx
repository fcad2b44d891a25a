import { IconPlayerPause, IconSend } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { WireSums } from '../app/WireSums.tsx'
import { Card } from '../ui/Card.tsx'
import { type MenuAct, MoreMenu } from '../ui/Menu.tsx'
import { SwipeRow } from '../ui/SwipeRow.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { RowOpener } from '../ui/table/TableRow.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import type { HeldPart, Reminder } from './api.ts'
import { Deducted } from './Deducted.tsx'
import { DunningTone } from './DunningTone.tsx'
import { HeldRow, heldKey } from './HeldRow.tsx'
import { ReminderNote } from './ReminderNote.tsx'
import { ShowMore } from './ShowMore.tsx'
import { useLeavingWords } from './use-departure-words.ts'

export interface ReminderCardsProps {
  readonly pending: readonly Reminder[]
  readonly approved: readonly Reminder[]
  /** How many there are of both, on screen or not. */
  readonly count: { readonly pending: number; readonly approved: number }
  /** To those of the list that are not there yet; absent once all are. */
  readonly more: (() => void) | undefined
  readonly held: HeldPart
  readonly onOpen: (key: number | string) => void
  readonly onApprove: (reminder: Reminder) => void
  readonly onSetAside: (reminder: Reminder) => void
  readonly onStop: (reminders: readonly Reminder[]) => void
  readonly onStopAll: () => void
  readonly empty: ReactNode
  /** Filters. */
  readonly top?: ReactNode
}

/** The same list under the thumb: a swipe to the right approves one, to the left puts it aside; ••• does the same. */
export function ReminderCards(props: ReminderCardsProps) {
  const { pending, approved, count, held, onOpen, onApprove, onSetAside } = props
  const { t } = useTranslation('dunning')
  const mayWrite = useMayWrite('business')
  const acts = (reminder: Reminder) => ({
    toRight: {
      label: t('act.approveOne'),
      icon: IconSend,
      tone: 'paid' as const,
      run: () => onApprove(reminder),
    },
    toLeft: {
      label: t('act.setAside'),
      icon: IconPlayerPause,
      tone: 'warn' as const,
      run: () => onSetAside(reminder),
    },
  })
  const menu = (reminder: Reminder): MenuAct[] =>
    Object.entries(acts(reminder)).map(([id, { tone: _, ...act }]) => ({ id, ...act }))

  return (
    <div className="grid grid-cols-1 content-start gap-3">
      {props.top}
      {pending.length === 0 && approved.length === 0 && <Card>{props.empty}</Card>}
      {pending.length > 0 && (
        <ul aria-label={t('view.pretes')} className="grid grid-cols-1 gap-2">
          {pending.map((reminder) => (
            <li key={reminder.id} className="overflow-hidden rounded-card border border-line">
              {mayWrite ? (
                <SwipeRow {...acts(reminder)}>
                  <CardLine
                    reminder={reminder}
                    onOpen={onOpen}
                    end={<MoreMenu variant="quiet" acts={menu(reminder)} />}
                  />
                </SwipeRow>
              ) : (
                <CardLine reminder={reminder} onOpen={onOpen} />
              )}
            </li>
          ))}
        </ul>
      )}
      {count.approved > 0 && (
        <Section
          title={t('approved.title')}
          end={mayWrite && <TextButton onPress={props.onStopAll}>{t('approved.stopAll')}</TextButton>}
        >
          {approved.map((reminder) => (
            <li key={reminder.id} className="border-b border-line last:border-b-0">
              <CardLine reminder={reminder} onOpen={onOpen}>
                <Leaves reminder={reminder} onStop={() => props.onStop([reminder])} />
              </CardLine>
            </li>
          ))}
        </Section>
      )}
      <ShowMore onPress={props.more} count={count.pending + count.approved - pending.length - approved.length} />
      {held.rows.length > 0 && (
        <Section title={t('held.title')}>
          {held.rows.map((one) => (
            <HeldRow key={heldKey(one)} held={one} isCurrent={false} onOpen={onOpen} />
          ))}
          <ShowMore onPress={held.more} count={held.count - held.rows.length} />
        </Section>
      )}
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly end?: ReactNode
  readonly children: ReactNode
}

function Section({ title, end, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="flex items-center justify-between gap-3 px-1 pb-1.5">
        <h2 id={id} className="text-section">
          {title}
        </h2>
        {end}
      </div>
      <Card>
        <ul>{children}</ul>
      </Card>
    </section>
  )
}

interface CardLineProps {
  readonly reminder: Reminder
  readonly onOpen: (id: number) => void
  readonly children?: ReactNode
  readonly end?: ReactNode
}

function CardLine({ reminder, onOpen, children, end }: CardLineProps) {
  const { t } = useTranslation('dunning')
  return (
    <div className="relative flex min-h-16 items-center gap-2 bg-surface py-2 pr-1.5 pl-3.5">
      <div className="min-w-0 flex-1">
        <RowOpener row={reminder} opening={{ open: () => onOpen(reminder.id) }} onSpace={undefined}>
          <TwoLineRow
            title={reminder.customer.name}
            detail={
              <>
                {reminder.channel === 'sms' && `${t('channel.sms')} · `}
                <ReminderNote reminder={reminder} />
              </>
            }
            end={
              <span className="block text-right">
                <WireSums of={reminder.total} />
                <Deducted from={reminder} />
              </span>
            }
            endDetail={<DunningTone tone={reminder.tone} />}
          />
        </RowOpener>
        {children && <span className="pointer-events-none relative z-10 *:pointer-events-auto">{children}</span>}
      </div>
      {end && <span className="relative z-10">{end}</span>}
    </div>
  )
}

function Leaves({ reminder, onStop }: { readonly reminder: Reminder; readonly onStop: () => void }) {
  const { t } = useTranslation('dunning')
  const leavingWords = useLeavingWords()
  const mayWrite = useMayWrite('business')
  if (reminder.state === 'sending') return <span className="text-small text-ink3">{t('approved.sending')}</span>
  return (
    <span className="flex items-center gap-3 text-small text-ink2">
      {leavingWords(reminder)}
      {mayWrite && <TextButton onPress={onStop}>{t('approved.stop')}</TextButton>}
    </span>
  )
}
