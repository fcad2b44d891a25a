import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '../../ui/form/SegmentedControl.tsx'
import { ProgressRing } from '../../ui/Progress.tsx'

const route = getRouteApi('/shell/a-faire')

export interface DayProgressProps {
  readonly done: number
  readonly left: number
  /** The ring alone, on a phone. */
  readonly isCompact?: boolean
}

/** « 5 sur 14 terminées », drawn as a ring. */
export function DayProgress({ done, left, isCompact = false }: DayProgressProps) {
  const { t } = useTranslation('tasks')
  const total = done + left
  if (total === 0) return null
  return (
    <>
      <ProgressRing done={done} total={total} label={t('progress.spoken', { done, total })} />
      {!isCompact && (
        <span aria-hidden="true" className="text-small">
          <span className="figures block font-semibold">{t('progress.of', { done, total })}</span>
          <span className="block text-micro font-regular text-ink3">{t('progress.done')}</span>
        </span>
      )}
    </>
  )
}

/** One's own actions or the team's; the choice is the address. */
export function WhoseChoice() {
  const { t } = useTranslation('tasks')
  const { qui } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <SegmentedControl
      label={t('whose.label')}
      value={qui ?? 'moi'}
      onChange={(whose) => void navigate({ search: whose === 'equipe' ? { qui: whose } : {} })}
      options={[
        { value: 'moi', label: t('whose.mine') },
        { value: 'equipe', label: t('whose.team') },
      ]}
    />
  )
}
