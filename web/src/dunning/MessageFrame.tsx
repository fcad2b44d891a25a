import { useTranslation } from 'react-i18next'
import { cx } from '../ui/class-names.ts'

/**
 * The message exactly as it would arrive: its own document, in a frame where no script runs and nothing is fetched.
 * Its links aim at a new window, which the sandbox refuses: a press on one does not replace the preview.
 */
export function MessageFrame({ html, className }: { readonly html: string; readonly className?: string }) {
  const { t } = useTranslation('dunning')
  return (
    <iframe
      title={t('message.frame')}
      srcDoc={html.replace('<head>', '<head><base target="_blank">')}
      sandbox=""
      className={cx('block min-h-64 w-full rounded-t-block border border-b-0 border-line bg-surface', className)}
    />
  )
}
