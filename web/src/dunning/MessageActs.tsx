import {
  IconCalendarPause,
  IconDownload,
  IconHelpCircle,
  IconPencil,
  IconPlayerPause,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { useHotkey } from '../ui/hotkeys/use-hotkey.ts'
import { type MenuAct, MoreMenu } from '../ui/Menu.tsx'
import { type ReminderMessage, sourceAddress } from './api.ts'

export interface MessageActsProps {
  readonly message: ReminderMessage
  readonly onEdit: () => void
  readonly onSetAside: () => void
  readonly onSetAsideUntil: () => void
  readonly onStop: () => void
  readonly onStopWhy: () => void
  readonly onWhy: () => void
}

/** What can be done with a message that has not left: edit it, put it aside, take its approval back. */
export function MessageActs({ message, ...on }: MessageActsProps) {
  const { t } = useTranslation('dunning')
  const mayWrite = useMayWrite('business')
  const disabledReason = mayWrite ? undefined : t('readonly')
  const isLeaving = message.state === 'ready'
  useHotkey(mayWrite ? 'shift+x' : undefined, t('act.setAsideUntil'), on.onSetAsideUntil)
  const more: MenuAct[] = [
    {
      id: 'until',
      label: t('act.setAsideUntil'),
      icon: IconCalendarPause,
      hotkey: 'shift+x',
      run: on.onSetAsideUntil,
      disabledReason,
    },
    ...(isLeaving ? [{ id: 'stopWhy', label: t('act.stopWhy'), icon: IconX, run: on.onStopWhy, disabledReason }] : []),
    { id: 'why', label: t('act.why'), icon: IconHelpCircle, run: on.onWhy },
    ...(message.channel === 'email' ? [sourceAct(message.id, t('act.source'))] : []),
  ]
  if (message.state === 'sending') return null
  if (isLeaving) {
    return (
      <>
        <Button size="small" icon={IconX} hotkey="x" onPress={on.onStop} disabledReason={disabledReason}>
          {t('act.stop')}
        </Button>
        <MoreMenu acts={more} size="small" />
      </>
    )
  }
  return (
    <>
      <Button size="small" icon={IconPencil} hotkey="m" onPress={on.onEdit} disabledReason={disabledReason}>
        {t('act.edit')}
      </Button>
      <Button size="small" icon={IconPlayerPause} hotkey="x" onPress={on.onSetAside} disabledReason={disabledReason}>
        {t('act.setAside')}
      </Button>
      <MoreMenu acts={more} size="small" />
    </>
  )
}

/** Downloads the message as it left or would leave. */
export const sourceAct = (id: number, label: string): MenuAct => ({
  id: 'source',
  label,
  icon: IconDownload,
  run: () => window.location.assign(sourceAddress(id)),
})
