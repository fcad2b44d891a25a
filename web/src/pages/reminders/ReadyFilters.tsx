import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countFollowers, countTones, type Facet } from '../../dunning/filter-reminders.ts'
import { slugOfTone, toneOfSlug, tones } from '../../dunning/reminder-search.ts'
import { FilterSelect } from '../../ui/Filters.tsx'

const route = getRouteApi('/shell/relances')

/** By tone, and by who follows the customer where there is more than one; each choice says how many it leaves. */
export function ReadyFilters({ facets }: { readonly facets: readonly Facet[] }) {
  const { t } = useTranslation('dunning')
  const { ton, suivi } = route.useSearch()
  const navigate = route.useNavigate()
  const filters = { tone: toneOfSlug(ton), collector: suivi }
  const counts = countTones(facets, filters)
  const followers = countFollowers(facets, filters)
  const change = (next: { ton?: string | undefined; suivi?: number | undefined }) => {
    const asked = { ton, suivi, ...next }
    void navigate({
      replace: true,
      search: ({ vue }) => ({
        vue,
        ...(asked.ton !== undefined && { ton: asked.ton }),
        ...(asked.suivi !== undefined && { suivi: asked.suivi }),
      }),
    })
  }
  return (
    <span className="flex shrink-0 flex-wrap justify-end gap-2">
      {(followers.length > 1 || suivi !== undefined) && (
        <FilterSelect
          name={t('list.collector')}
          nameHidden
          value={suivi === undefined ? 'all' : String(suivi)}
          neutral="all"
          onChange={(id) => change({ suivi: id === 'all' ? undefined : Number(id) })}
          options={[
            { value: 'all', label: t('list.everybody') },
            ...followers.map(({ id, name, count }) => ({
              value: String(id),
              label: `${name ?? t('list.nobody')} (${count})`,
            })),
          ]}
        />
      )}
      <FilterSelect
        name={t('list.tone')}
        nameHidden
        value={ton ?? 'all'}
        neutral="all"
        onChange={(slug) => change({ ton: slug === 'all' ? undefined : slug })}
        options={[
          { value: 'all', label: t('list.allTonesCount', { count: filteredCount(counts) }) },
          ...tones
            .filter((tone) => counts.has(tone) || slugOfTone(tone) === ton)
            .map((tone) => ({ value: slugOfTone(tone), label: `${t(`tone.${tone}`)} (${counts.get(tone) ?? 0})` })),
        ]}
      />
    </span>
  )
}

const filteredCount = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)
