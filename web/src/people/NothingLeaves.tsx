import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../ui/Glyph.tsx'

/** Said on each step of the first visit, the import among them. */
export function NothingLeaves() {
  const { t } = useTranslation('people')
  return (
    <p className="flex min-w-0 items-center gap-2 text-body text-ink2">
      <Glyph icon={IconShieldCheck} size={18} className="text-paid" />
      {t('steps.nothingLeaves')}
    </p>
  )
}
