import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'

const addressOf = ({ pathname, search }: { readonly pathname: string; readonly search: unknown }): string =>
  `${pathname}?${JSON.stringify(search)}`

export interface LeaveDialogProps {
  readonly isDirty: boolean
  /** What would be lost, and what is safe. */
  readonly note: string
  /** The search of this page changes nothing of what is typed: a filter, a period. */
  readonly isSearchSafe?: boolean
}

/** What is typed and not saved is not lost by a click on a link. */
export function LeaveDialog({ isDirty, note, isSearchSafe = false }: LeaveDialogProps) {
  const { t } = useTranslation('app')
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isDirty && (isSearchSafe ? current.pathname !== next.pathname : addressOf(current) !== addressOf(next)),
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  return (
    <Dialog
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('leave.title')}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={() => blocker.proceed?.()}>{t('leave.go')}</Button>
          <Button variant="primary" onPress={() => blocker.reset?.()}>
            {t('leave.stay')}
          </Button>
        </div>
      }
    >
      <p className="text-ink2">{note}</p>
    </Dialog>
  )
}
