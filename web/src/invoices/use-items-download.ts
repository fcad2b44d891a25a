import { useTranslation } from 'react-i18next'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import type { OpenItem } from './api.ts'
import { itemsCsv } from './items-csv.ts'

/** Gives the rows to the browser as a file, in the language of the screen. */
export function useItemsDownload(): (items: readonly OpenItem[]) => void {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  const today = useToday()
  return (items) => {
    const titles = {
      customer: t('column.customer'),
      number: t('column.number'),
      issueDate: t('page.issued'),
      dueDate: t('column.dueDate'),
      daysLate: t('column.daysLate'),
      amount: t('column.amount'),
      left: t('column.amountDue'),
      currency: t('filter.currency'),
      next: t('column.next'),
      owner: t('column.owner'),
    }
    const address = URL.createObjectURL(new Blob([itemsCsv(items, titles, language)], { type: 'text/csv' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: `factures-${today}.csv` })
    link.click()
    URL.revokeObjectURL(address)
  }
}
