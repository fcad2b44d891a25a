import { IconArrowRight, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { useMayWrite } from '../../app/use-may-write.ts'
import { type Customer, customerQuery } from '../../customers/api.ts'
import { CallLink } from '../../customers/CallLink.tsx'
import { CustomerFigures } from '../../customers/CustomerFigures.tsx'
import { AliasNotice } from '../../customers/merging/AliasNotice.tsx'
import type { CustomerSearch } from '../../customers/page-search.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Card } from '../../ui/Card.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { CurrentPanel } from '../customer/CurrentPanel.tsx'
import { CustomerAside } from '../customer/CustomerAside.tsx'
import { CustomerBadges } from '../customer/CustomerBadges.tsx'
import { SituationNotices } from '../customer/SituationNotices.tsx'
import { useCustomerPageActs } from '../customer/use-customer-page-acts.ts'

/** The customer of the current row: where do we stand with them, without leaving the list. */
export function CustomerBeside({ id }: { readonly id: number }) {
  const { t } = useTranslation('customers')
  const { data: customer, error, refetch } = useQuery(customerQuery(id))
  return (
    <section aria-label={t('beside')} className="@container flex min-h-0 flex-col gap-3.5 overflow-y-auto">
      {customer ? (
        <Found key={id} customer={customer} />
      ) : (
        <Card>
          {error ? <ReadError what={t('one')} error={error} onRetry={refetch} /> : <SkeletonLines lines={8} />}
        </Card>
      )}
    </section>
  )
}

function Found({ customer }: { readonly customer: Customer }) {
  const navigate = useNavigate()
  const openAt = (search: CustomerSearch) =>
    void navigate({ to: paths.customer, params: { id: String(customer.id) }, search })
  return (
    <>
      <Head customer={customer} />
      <SituationNotices customer={customer} />
      <AliasNotice customer={customer} />
      <CustomerFigures customer={customer} onSetLimit={() => openAt({ onglet: 'identite' })} />
      <Card className="shrink-0">
        <CurrentPanel isNarrow customer={customer} onAllExchanges={() => openAt({ onglet: 'echanges' })} />
      </Card>
      <CustomerAside customer={customer} />
    </>
  )
}

function Head({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const acts = useCustomerPageActs()
  const noRight = useMayWrite('business') ? undefined : t('noRight')
  return (
    <Card padded>
      <div className="flex flex-wrap items-center gap-2.5">
        <h2 className="min-w-0 text-heading">{customer.name}</h2>
        <CustomerBadges customer={customer} />
      </div>
      <div className="flex flex-wrap gap-2 pt-2.5">
        <ButtonLink
          size="small"
          icon={IconArrowRight}
          link={{ to: paths.customer, params: { id: String(customer.id) } }}
        >
          {t('openPage')}
        </ButtonLink>
        <CallLink customer={customer} size="small" />
        <Button
          size="small"
          icon={IconSend}
          onPress={() => void acts.remind(customer)}
          disabledReason={noRight ?? (customer.lateItems === 0 ? t('nothingLate') : undefined)}
        >
          {t('act.remind')}
        </Button>
      </div>
    </Card>
  )
}
