import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { missingOfCustomerQuery } from '../../invoices/api.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Note } from '../../ui/Card.tsx'

/** Invoices of the customer that a newer full export no longer has. */
export function MissingNotice({ customer }: { readonly customer: { readonly id: number } }) {
  const { t } = useTranslation('invoices')
  const count = useQuery(missingOfCustomerQuery(customer.id)).data ?? 0
  if (count === 0) return null
  return (
    <Note look="warn">
      {t('missing.count', { count })}{' '}
      <TextLink link={{ to: paths.invoices, search: { vue: 'disparues', client: customer.id } }}>
        {t('missing.see')}
      </TextLink>
    </Note>
  )
}
