import { IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../ui/Glyph.tsx'

/** « Ce qui va se passer »: what an outcome leads to, in sentences, before it is confirmed. */
export function WhatFollows({ sentences }: { readonly sentences: readonly string[] }) {
  const { t } = useTranslation('tasks')
  if (sentences.length === 0) return null
  return (
    <section aria-label={t('follows.title')} className="rounded-block bg-sunken px-3 py-2 text-small text-ink2">
      <h4 className="flex items-center gap-1.5 pb-0.5 font-medium text-ink">
        <Glyph icon={IconArrowForwardUp} size={14} />
        {t('follows.title')}
      </h4>
      <ul className="grid gap-0.5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
