import { IconWifiOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../../ui/Glyph.tsx'
import { useIsOnline } from '../../ui/use-is-online.ts'

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
