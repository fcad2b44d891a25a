import { useTranslation } from 'react-i18next'

/**
 * HTML that somebody outside wrote: a document of its own in a frame where no script runs, no form is sent, no link
 * leads anywhere and nothing is fetched, not even a picture that would tell its sender that it was looked at.
 */
export function HostileFrame({ html }: { readonly html: string }) {
  const { t } = useTranslation('answers')
  return (
    <iframe
      title={t('text.frame')}
      sandbox=""
      referrerPolicy="no-referrer"
      srcDoc={`${head}${html}`}
      className="block h-96 w-full rounded-block border border-line bg-white"
    />
  )
}

// First in the document, so that nothing after it can widen it.
const head = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><meta name="referrer" content="no-referrer"><base target="_blank"><style>:root{color-scheme:light;font-family:sans-serif}</style>`
