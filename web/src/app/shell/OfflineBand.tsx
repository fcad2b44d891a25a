import { IconWifiOff } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../../ui/Glyph.tsx'

const watch = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** False while the browser knows it has no network; forms then keep their save button disabled. */
export const useIsOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)

/** The grey band above the page while there is no network. */
export function OfflineBand() {
  const { t } = useTranslation('app')
  const isOnline = useIsOnline()
  return (
    <div role="status">
      {!isOnline && (
        <p className="flex items-center gap-2 bg-neutralbg px-6 py-2 text-body text-ink2">
          <Glyph icon={IconWifiOff} />
          {t('offline')}
        </p>
      )}
    </div>
  )
}
