import { IconCircleCheck, IconCoins, IconFileInvoice, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Note, SectionTitle } from '../ui/Card.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { type PreviewBody, previewQuery } from './api.ts'

const icons = { task: IconCircleCheck, reminder: IconSend, item: IconFileInvoice, credit: IconCoins } as const

export interface PaymentEffectsProps {
  /** Absent until the payment is complete. */
  readonly body: PreviewBody | undefined
  /** What it waits for, in words. */
  readonly missing: string
}

/** « Ce qui va se passer », before saving; until then, what is still to be said. */
export function PaymentEffects({ body, missing }: PaymentEffectsProps) {
  const { t } = useTranslation('payments')
  return (
    <section aria-label={t('drawer.whatHappens')}>
      <SectionTitle level={3} className="pb-1.5">
        {t('drawer.whatHappens')}
      </SectionTitle>
      <Note look={body ? 'accent' : 'sunken'}>
        {body ? <Effects body={body} /> : <p className="text-small">{missing}</p>}
      </Note>
    </section>
  )
}

function Effects({ body }: { readonly body: PreviewBody }) {
  const { data, error } = useQuery(previewQuery(body))
  if (error) return <p className="text-small">{error.message}</p>
  return (
    <ul className="grid min-h-4 gap-1 text-small">
      {(data ?? []).map(({ kind, sentence }) => (
        <li key={sentence} className="flex items-start gap-2">
          <Glyph icon={icons[kind]} className="pt-px text-accent" />
          {sentence}
        </li>
      ))}
    </ul>
  )
}
