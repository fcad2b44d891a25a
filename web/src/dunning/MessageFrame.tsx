import { useTranslation } from 'react-i18next'
import { useIsDark } from '../app/theme.ts'
import { cx } from '../ui/class-names.ts'

/**
 * The message exactly as it would arrive: its own document, in a frame where no script runs and nothing is fetched.
 * Its links aim at a new window, which the sandbox refuses: a press on one does not replace the preview.
 */
export function MessageFrame({ html, className }: { readonly html: string; readonly className?: string }) {
  const { t } = useTranslation('dunning')
  // The message follows its reader's theme; here that is the theme of the page, which some browsers keep from a frame.
  const scheme = `<style>:root{color-scheme:${useIsDark() ? 'dark' : 'light'}}</style>`
  return (
    <iframe
      title={t('message.frame')}
      srcDoc={html.replace('<head>', () => `<head><base target="_blank">${scheme}`)}
      sandbox=""
      className={cx('block min-h-64 w-full rounded-t-block border border-b-0 border-line bg-surface', className)}
    />
  )
}
