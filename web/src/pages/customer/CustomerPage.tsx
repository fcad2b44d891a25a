import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { PageNotFound } from '../../app/PageError.tsx'
import { rememberVisit } from '../../app/palette/recent.ts'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { useSession } from '../../app/session.ts'
import { type Customer, customerQuery } from '../../customers/api.ts'
import { CustomerFigures } from '../../customers/CustomerFigures.tsx'
import { AliasNotice } from '../../customers/merging/AliasNotice.tsx'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { CallBar } from './CallBar.tsx'
import { CustomerAside } from './CustomerAside.tsx'
import { CustomerHeader } from './CustomerHeader.tsx'
import { CustomerSkeleton } from './CustomerSkeleton.tsx'
import { CustomerTabs } from './CustomerTabs.tsx'
import { MissingNotice } from './MissingNotice.tsx'
import { SituationNotices } from './SituationNotices.tsx'

const route = getRouteApi('/shell/clients/$id')

/** Where do we stand with this customer? Everything to say on the phone, in one look. */
export function CustomerPage() {
  const { t } = useTranslation('customers')
  const id = Number(route.useParams().id)
  const search = route.useSearch()
  const { data: customer, error, isPending, refetch } = useQuery(customerQuery(id))

  // The address of a customer merged into another one leads to that one.
  if (customer && customer.id !== id) {
    return <Navigate to={paths.customer} params={{ id: String(customer.id) }} search={search} replace />
  }
  if (customer) return <Found key={id} customer={customer} />
  if (error instanceof ApiError && error.status < 500) return <PageNotFound />
  return (
    <Page>
      {isPending ? (
        <CustomerSkeleton />
      ) : (
        <Card className="mt-6">
          <ReadError what={t('one')} error={error} onRetry={refetch} />
        </Card>
      )}
    </Page>
  )
}

function Found({ customer }: { readonly customer: Customer }) {
  const search = route.useSearch()
  const navigate = useNavigate({ from: paths.customer })
  const reader = useSession().person.id
  useEffect(() => rememberVisit(reader, customer), [reader, customer])
  const change = (changes: typeof search) => void navigate({ search: changes, replace: true })
  const note = () => change({ ...search, onglet: 'echanges', noter: 'oui' })

  return (
    <Page>
      <CustomerHeader customer={customer} onNote={note} onEdit={() => change({ onglet: 'identite' })} />
      <div className="@container min-w-0">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3.5 max-md:gap-2.5 @min-[66rem]:grid-cols-[minmax(0,1fr)_352px]">
          <div className="flex min-w-0 flex-col gap-3.5 max-md:gap-2.5">
            <SituationNotices customer={customer} />
            <AliasNotice customer={customer} />
            <MissingNotice customer={customer} />
            <CustomerFigures customer={customer} onSetLimit={() => change({ onglet: 'identite' })} />
            <CallBar customer={customer} onNote={note} />
            <CustomerTabs customer={customer} search={search} onChange={change} />
          </div>
          <CustomerAside customer={customer} />
        </div>
      </div>
    </Page>
  )
}
