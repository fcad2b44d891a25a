import { profileName } from '@quittance/core/payers/explain-profile.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../app/ReadError.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { profileQuery } from './api.ts'

/** « Retardataire. Paie en général 25 jours après l'échéance… »; who chose it, where a person did. */
export function ProfileWords({ customer, more }: { readonly customer: number; readonly more?: string | undefined }) {
  const { t } = useTranslation('payers')
  const language = useLanguage()
  const { data, error, refetch } = useQuery(profileQuery(customer))
  if (error && !data) return <ReadError what={t('what')} error={error} onRetry={refetch} />
  if (!data) return <SkeletonLines lines={2} />
  return (
    <div className="grid gap-1.5 pt-1.5 pb-2.5 text-small text-ink2">
      <p>
        <strong className="font-semibold text-ink">{profileName(data.profile, language)}.</strong>{' '}
        {data.declared ? data.declared.sentence : [data.sentence, more].filter(Boolean).join(' ')}
      </p>
      {data.declared && <p className="text-ink3">{[data.sentence, more].filter(Boolean).join(' ')}</p>}
    </div>
  )
}
