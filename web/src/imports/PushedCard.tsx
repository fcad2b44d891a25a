import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { Glyph } from '../ui/Glyph.tsx'

/** In place of the columns: what a program pushes is read in one way only. */
export function PushedCard({ name }: { readonly name: string }) {
  const { t } = useTranslation('imports')
  const title = t('pushed.title', { name })
  return (
    <Card padded label={title} className="grid content-start gap-1.5">
      <div className="flex items-center gap-2">
        <Glyph icon={IconKey} className="text-ink2" />
        <SectionTitle>{title}</SectionTitle>
      </div>
      <p className="text-body text-ink2">{t('pushed.lead')}</p>
    </Card>
  )
}
