import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Group } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from '../class-names.ts'
import { Glyph } from '../Glyph.tsx'
import { Kbd } from '../hotkeys/Kbd.tsx'
import { useHotkey } from '../hotkeys/use-hotkey.ts'
import { showToast, type Toast, toasts } from './toast-queue.ts'

const shownMillis = 10_000

/** Mounted once by the application: shows the toasts, reads them politely, binds Z to undo. */
export function ToastRegion() {
  const { t } = useTranslation('ui')
  const shown = useSyncExternalStore(toasts.watch, toasts.all)
  const undo = (id?: number) =>
    toasts.undo(id).then(
      (undone) => showToast({ message: undone ? t('toast.undone') : t('toast.nothingToUndo') }),
      () => showToast({ message: t('toast.undoFailed'), tone: 'danger' }),
    )
  useHotkey('z', t('toast.undo'), () => void undo())

  return (
    <section
      aria-label={t('toast.region')}
      data-print="hidden"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-center gap-2 md:bottom-5"
    >
      <div role="status" aria-live="polite" className="flex max-w-full flex-col items-center gap-2">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onUndo={() => void undo(toast.id)} />
        ))}
      </div>
    </section>
  )
}

function ToastCard({ toast, onUndo }: { toast: Toast; onUndo: () => void }) {
  const { t } = useTranslation('ui')
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => toasts.dismiss(toast.id), shownMillis)
    return () => clearTimeout(timer)
  }, [held, toast.id])

  const hold = { onFocus: () => setHeld(true), onBlur: () => setHeld(false) }
  const button = 'rounded-pill px-2 py-1 hover:bg-onfloating/15 focus-visible:outline-onfloating'
  return (
    <Group
      onHoverChange={setHeld}
      className="pointer-events-auto flex max-w-full items-center gap-2 rounded-block bg-floating py-2 pr-2 pl-4 text-onfloating shadow-float"
    >
      <Glyph icon={toast.tone === 'danger' ? IconAlertTriangle : IconCircleCheck} />
      <p className="font-medium">{toast.message}</p>
      {toast.undo && (
        <button
          type="button"
          onClick={onUndo}
          {...hold}
          className={cx(button, 'ml-2 inline-flex items-center gap-2 font-semibold')}
        >
          {t('toast.undo')}
          <Kbd keys="z" look="onFloating" />
        </button>
      )}
      <button
        type="button"
        aria-label={t('close')}
        {...hold}
        onClick={() => toasts.dismiss(toast.id)}
        className={button}
      >
        <Glyph icon={IconX} />
      </button>
    </Group>
  )
}
