import { profileName } from '@quittance/core/payers/explain-profile.ts'
import { IconBuildingStore } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { type CustomerListSearch, type FilterName, filtersIn, profileOf } from '../../customers/list-search.ts'
import { assigneesQuery } from '../../invoices/api.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useLanguage } from '../../ui/use-language.ts'

export interface NoCustomersProps {
  readonly search: CustomerListSearch
  readonly onChange: (changes: Record<string, unknown>) => void
}

/** Nobody in this list: because of a filter, which can be dropped, or because there is nobody yet. */
export function NoCustomers({ search, onChange }: NoCustomersProps) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const navigate = useNavigate()
  const mayImport = useMayWrite('imports')
  const people = useQuery(assigneesQuery).data ?? []
  const wordsOf = (filter: FilterName): string => {
    if (filter === 'profil' && search.profil) {
      return `${t('filter.profil')} ${profileName(profileOf[search.profil], language)}`
    }
    const value = search[filter]
    const who = value === 'moi' ? t('filter.me') : people.find(({ id }) => id === value)?.name
    return `${t(`filter.${filter}`)} ${who ?? value}`
  }
  const filters = filtersIn(search)
  const last = filters.at(-1)

  if (last === undefined) {
    const view = search.vue ?? 'tous'
    return (
      <EmptyState
        icon={IconBuildingStore}
        title={t(`empty.${view}`)}
        action={
          view === 'tous' &&
          mayImport && (
            <Button onPress={() => void navigate({ href: paths.importInvoices })}>{t('empty.import')}</Button>
          )
        }
      >
        {t(`emptyNote.${view}`)}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t('noResult.title')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button onPress={() => onChange({ [last]: undefined })}>
            {t('noResult.drop', { filter: wordsOf(last) })}
          </Button>
          {filters.length > 1 && (
            <Button onPress={() => onChange(Object.fromEntries(filters.map((filter) => [filter, undefined])))}>
              {t('noResult.dropAll')}
            </Button>
          )}
        </div>
      }
    >
      {t('noResult.filters', { filters: filters.map(wordsOf).join(', ') })}
    </EmptyState>
  )
}
