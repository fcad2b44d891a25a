import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { IconFileInvoice } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { filtersIn, type InvoiceListSearch } from '../../invoices/list-search.ts'
import { useFilterWords } from '../../invoices/use-list-words.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useLanguage } from '../../ui/use-language.ts'

export interface NoInvoicesProps {
  readonly search: InvoiceListSearch
  readonly onChange: (changes: Record<string, unknown>) => void
  readonly nextDueDate: string | null
}

/** Nothing in this list: because of a filter, which can be dropped, or because all is well. */
export function NoInvoices({ search, onChange, nextDueDate }: NoInvoicesProps) {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  const navigate = useNavigate()
  const mayImport = useMayWrite('imports')
  const wordsOf = useFilterWords()
  const filters = filtersIn(search).map((filter) => ({ filter, words: wordsOf(filter, search, {}) }))
  const last = filters.at(-1)

  if (!last) {
    const view = search.vue ?? 'en-retard'
    return (
      <EmptyState
        icon={IconFileInvoice}
        title={t(`empty.${view}`)}
        action={
          view === 'toutes' &&
          mayImport && (
            <Button onPress={() => void navigate({ href: paths.importInvoices })}>{t('empty.import')}</Button>
          )
        }
      >
        {nextDueDate ? t('empty.nextDue', { date: formatDate(asDate(nextDueDate), language) }) : t('empty.noneDue')}
      </EmptyState>
    )
  }
  const said = filters.map(({ words }) => `${words.name} ${words.value}`)
  const none = Object.fromEntries(filters.map(({ filter }) => [filter, undefined]))
  return (
    <EmptyState
      title={t('noResult.title')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button onPress={() => onChange({ [last.filter]: undefined })}>
            {t('noResult.drop', { filter: `${last.words.name} ${last.words.value}` })}
          </Button>
          {filters.length > 1 && <Button onPress={() => onChange(none)}>{t('noResult.dropAll')}</Button>}
        </div>
      }
    >
      {t('noResult.filters', { filters: said.join(', ') })}
    </EmptyState>
  )
}
