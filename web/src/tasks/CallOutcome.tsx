import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconCalendarCheck, IconCoinEuro, IconMessageReport, IconPhoneOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { disputeReasons } from '../disputes/DisputeDialog.tsx'
import { openPayment } from '../payments/payment-drawer.ts'
import { Button } from '../ui/Button.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { Select } from '../ui/form/Select.tsx'
import type { Icon } from '../ui/Glyph.tsx'
import { useToday } from '../ui/today.ts'
import type { OutcomeProps } from './OutcomePart.tsx'

type Asked = 'promises' | 'saysPaid' | 'disputes'

/** What the customer answered: a date, nobody there, already paid, or something wrong. */
export function CallOutcome({ task, end, isCompact }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = (next: Asked) => setAsked(asked === next ? null : next)
  const choice = (id: Asked, icon: Icon, hotkey: string) => (
    <Button icon={icon} hotkey={hotkey} isWide pressed={asked === id} onPress={() => ask(id)} className={pressedLook}>
      {t(isCompact ? `outcome.${id}Short` : `outcome.${id}`)}
    </Button>
  )
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <div className="grid grid-cols-2 gap-2">
        {choice('promises', IconCalendarCheck, 'p')}
        <Button icon={IconPhoneOff} hotkey="n" isWide saves onPress={() => end({ outcome: 'notReached' })}>
          {t('outcome.notReached')}
        </Button>
        {choice('saysPaid', IconCoinEuro, 'r')}
        {choice('disputes', IconMessageReport, 'l')}
      </div>
      {asked === 'promises' && <Promised onSave={(promisedFor) => end({ outcome: 'promises', promisedFor })} />}
      {asked === 'disputes' && <Disputed onSave={(disputeReason) => end({ outcome: 'disputes', disputeReason })} />}
      {asked === 'saysPaid' && (
        <SaysPaid
          onWait={() => end({ outcome: 'saysPaid' })}
          onEnter={() =>
            openPayment({
              ...(task.customer && { customer: task.customer }),
              openItemId: task.items[0]?.id,
              currency: task.amount?.currency,
            })
          }
        />
      )}
    </div>
  )
}

const pressedLook = 'aria-pressed:border-promise aria-pressed:text-promise'

function Promised({ onSave }: { readonly onSave: (on: CalendarDate) => void }) {
  const { t } = useTranslation('tasks')
  const today = useToday()
  const [on, setOn] = useState<CalendarDate | null>(null)
  const isReady = on !== null && on >= today
  return (
    <div className="grid grid-cols-[1fr_auto] items-end gap-2">
      <DateInput
        label={t('outcome.promisedFor')}
        value={on}
        onChange={setOn}
        toward="future"
        autoFocus
        error={on !== null && on < today ? t('outcome.notPast') : undefined}
      />
      <Button
        variant="accent"
        hotkey="ctrl+enter"
        disabledReason={isReady ? undefined : t('outcome.needsDate')}
        onPress={() => isReady && onSave(on)}
      >
        {t('outcome.savePromise')}
      </Button>
    </div>
  )
}

function Disputed({ onSave }: { readonly onSave: (reason: (typeof disputeReasons)[number]) => void }) {
  const { t } = useTranslation(['tasks', 'disputes'])
  const [reason, setReason] = useState<(typeof disputeReasons)[number] | null>(null)
  return (
    <div className="grid grid-cols-[1fr_auto] items-end gap-2">
      <Select
        label={t('disputes:reason')}
        value={reason}
        onChange={setReason}
        placeholder={t('outcome.chooseReason')}
        options={disputeReasons.map((value) => ({ value, label: t(`disputes:name.${value}`) }))}
      />
      <Button
        variant="accent"
        hotkey="ctrl+enter"
        disabledReason={reason === null ? t('disputes:needsReason') : undefined}
        onPress={() => reason && onSave(reason)}
      >
        {t('disputes:save')}
      </Button>
    </div>
  )
}

function SaysPaid({ onWait, onEnter }: { readonly onWait: () => void; readonly onEnter: () => void }) {
  const { t } = useTranslation('tasks')
  return (
    <div className="grid gap-2">
      <p className="text-small text-ink2">{t('outcome.saysPaidNote')}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="accent" hotkey="ctrl+enter" onPress={onWait}>
          {t('outcome.waitForIt')}
        </Button>
        <Button onPress={onEnter}>{t('outcome.enterIt')}</Button>
      </div>
    </div>
  )
}
