import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { WireSums } from '../app/WireSums.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import type { Reminder } from './api.ts'
import { departuresOf } from './departures-of.ts'
import { sumsOf } from './sums-of.ts'
import { useDepartureWords } from './use-departure-words.ts'
import { useMessageWords } from './use-message-words.ts'

export interface ApproveDialogProps {
  /** Null while closed. */
  readonly reminders: readonly Reminder[] | null
  readonly isFrozen: boolean
  readonly onApprove: () => void
  readonly onClose: () => void
}

/** Sending to customers asks first: how many, when, and until when it can be taken back. */
export function ApproveDialog(props: ApproveDialogProps) {
  const { t } = useTranslation('dunning')
  const departureWords = useDepartureWords()
  const reminders = props.reminders ?? []
  const words = useMessageWords(reminders)
  const count = reminders.length
  const departures = departuresOf(reminders)
  const [first] = departures
  const tests = reminders.filter(({ leavesIfApproved }) => leavesIfApproved === null).length
  return (
    <Dialog
      isOpen={props.reminders !== null}
      onClose={props.onClose}
      role="alertdialog"
      width="medium"
      title={words.title(count)}
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
            {first || props.isFrozen ? t('approve.do', { count }) : t('approve.doTest')}
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
          : !first
            ? t('approve.test')
            : departures.length > 1
              ? t('approve.leavesEach')
              : t('approve.leaves', { count: first.messages, when: departureWords(first.at) })}
      </p>
      {!props.isFrozen && departures.length > 1 && (
        <ul className="pt-1.5 text-ink2">
          {departures.map(({ at, messages, steps }) => (
            <li key={at}>
              {words.each(messages, departureWords(at))}
              {steps.length > 0 && <span className="text-ink3"> · {steps.join(', ')}</span>}
            </li>
          ))}
        </ul>
      )}
      {!props.isFrozen && first && tests > 0 && <p className="pt-1.5 text-warn">{t('mixed.test', { count: tests })}</p>}
    </Dialog>
  )
}
