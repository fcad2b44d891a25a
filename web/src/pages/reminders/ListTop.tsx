import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { slugOfTone, tones } from '../../dunning/reminder-search.ts'
import type { useMessageWords } from '../../dunning/use-message-words.ts'
import { FilterSelect } from '../../ui/Filters.tsx'
import { Checkbox } from '../../ui/form/Checkbox.tsx'

const route = getRouteApi('/shell/relances')

export interface ListTopProps {
  readonly words: Pick<ReturnType<typeof useMessageWords>, 'rule' | 'chooseAll'>
  readonly chosen: number
  readonly pending: number
  readonly onChooseAll: (all: boolean) => void
  readonly filters: ReactNode
}

/** Above the list: the box that takes all, the rule in a sentence, the filter by tone. */
export function ListTop({ words, chosen, pending, onChooseAll, filters }: ListTopProps) {
  return (
    <div className="flex items-center gap-3 border-b border-line px-4 py-2 text-small text-ink2">
      <Checkbox
        label={words.chooseAll}
        isSelected={pending > 0 && chosen === pending}
        isIndeterminate={chosen > 0 && chosen < pending}
        isDisabled={pending === 0}
        onChange={onChooseAll}
      />
      <span className="min-w-0 flex-1">{words.rule}</span>
      {filters}
    </div>
  )
}

/** The tone of a view, in the address. */
export function ToneFilter() {
  const { t } = useTranslation('dunning')
  const { ton } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <span className="shrink-0">
      <FilterSelect
        name={t('list.tone')}
        value={ton ?? 'all'}
        neutral="all"
        onChange={(slug) =>
          void navigate({ replace: true, search: ({ vue }) => ({ vue, ...(slug !== 'all' && { ton: slug }) }) })
        }
        options={[
          { value: 'all', label: t('list.allTones') },
          ...tones.map((tone) => ({ value: slugOfTone(tone), label: t(`tone.${tone}`) })),
        ]}
      />
    </span>
  )
}
