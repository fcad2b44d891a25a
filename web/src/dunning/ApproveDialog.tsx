import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { WireSums } from '../app/WireSums.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import type { Reminder } from './api.ts'
import { departuresOf } from './departures-of.ts'
import { sumsOf } from './sums-of.ts'
import { useDepartureWords } from './use-departure-words.ts'

export interface ApproveDialogProps {
  /** Null while closed. */
  readonly reminders: readonly Reminder[] | null
  /** ISO instant; null when nothing can leave. */
  readonly departure: string | null
  readonly hasSmtp: boolean
  readonly isFrozen: boolean
  readonly onApprove: () => void
  readonly onClose: () => void
}

/** Sending to customers asks first: how many, when, and until when it can be taken back. */
export function ApproveDialog(props: ApproveDialogProps) {
  const { t } = useTranslation('dunning')
  const departureWords = useDepartureWords()
  const reminders = props.reminders ?? []
  const count = reminders.length
  const departures = departuresOf(reminders)
  return (
    <Dialog
      isOpen={props.reminders !== null}
      onClose={props.onClose}
      role="alertdialog"
      width="medium"
      title={t('approve.title', { count })}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={props.onClose} hotkey="escape">
            {t('approve.back')}
          </Button>
          <Button
            variant="primary"
            icon={IconSend}
            hotkey="ctrl+enter"
            onPress={props.onApprove}
            disabledReason={props.isFrozen ? t('approve.frozen') : undefined}
          >
            {props.hasSmtp ? t('approve.do', { count }) : t('approve.doTest')}
          </Button>
        </div>
      }
    >
      <p>
        {t('invoices', { count: reminders.reduce((sum, { items }) => sum + items, 0) })} ·{' '}
        <WireSums of={sumsOf(reminders)} look="strong" />
      </p>
      <p className="pt-2 text-ink2">
        {props.isFrozen
          ? t('approve.frozen')
          : !props.hasSmtp || !props.departure
            ? t('approve.test')
            : departures.length > 1
              ? t('approve.leavesEach')
              : t('approve.leaves', { count, when: departureWords(departures[0]?.at ?? props.departure) })}
      </p>
      {!props.isFrozen && departures.length > 1 && (
        <ul className="pt-1.5 text-ink2">
          {departures.map(({ at, messages, steps }) => (
            <li key={at}>
              {t('approve.each', { count: messages, when: departureWords(at) })}
              {steps.length > 0 && <span className="text-ink3"> · {steps.join(', ')}</span>}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
