import { IconBuildingBank, IconCoinEuro, IconStack2 } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { WireSums } from '../../app/WireSums.tsx'
import { PaymentDetail } from '../../payments/PaymentDetail.tsx'
import { openPayment, useOpenedPayment } from '../../payments/payment-drawer.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterBar, FilterChip } from '../../ui/Filters.tsx'
import { SearchBox } from '../../ui/form/SearchBox.tsx'
import { useSearchText } from '../../ui/form/use-search-text.ts'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { LinkTabs } from '../../ui/Tabs.tsx'
import { PaymentList } from './PaymentList.tsx'
import { type PaymentSearch, type PaymentViewWord, viewOf } from './payment-search.ts'
import { usePaymentList } from './use-payment-list.ts'

const route = getRouteApi('/shell/reglements')

/** Who has just paid what? */
export function PaymentsPage() {
  const { t } = useTranslation('payments')
  const search = route.useSearch()
  const isEntering = useOpenedPayment() !== null // one filled button at a time
  const navigate = useNavigate()
  const disabledReason = useMayWrite('business') ? undefined : t('noRight')
  const found = usePaymentList(search)
  const change = (changes: { [Name in keyof PaymentSearch]?: PaymentSearch[Name] | undefined }) =>
    void navigate({ to: paths.payments, search: clean({ ...search, ...changes }), replace: true })
  const { text, type } = useSearchText(search.q ?? '', (q) => change({ q: q === '' ? undefined : q }))
  const pile = { label: t('list.enterMany'), icon: IconStack2, run: () => void navigate({ to: paths.enterPayments }) }

  const bank = { label: t('list.matchBank'), icon: IconBuildingBank, run: () => void navigate({ to: paths.bank }) }

  return (
    <Page height="fill">
      <PageHeader
        title={t('list.title')}
        note={
          found.whole &&
          (found.whole.isAtLeast ? (
            t('list.countAtLeast', { count: found.whole.count })
          ) : (
            <>
              {t('list.count', { count: found.whole.count })} · <WireSums of={found.whole.total} look="strong" />
            </>
          ))
        }
        actions={
          <>
            <Button icon={bank.icon} onPress={bank.run}>
              {bank.label}
            </Button>
            <Button icon={pile.icon} onPress={pile.run} disabledReason={disabledReason}>
              {pile.label}
            </Button>
          </>
        }
        mobileActions={
          <MoreMenu
            acts={[
              { id: 'bank', ...bank },
              { id: 'pile', ...pile, disabledReason },
            ]}
          />
        }
        {...(!isEntering && {
          primary: {
            label: t('drawer.title'),
            icon: IconCoinEuro,
            hotkey: 'r',
            disabledReason,
            onPress: () => openPayment(),
          },
        })}
      />
      <LinkTabs
        label={t('list.views')}
        currentId={search.vue ?? 'tous'}
        tabs={(Object.keys(viewOf) as PaymentViewWord[]).map((word) => ({
          id: word,
          label: t(`list.${viewOf[word]}`),
          count: word === (search.vue ?? 'tous') && !found.whole?.isAtLeast ? found.whole?.count : undefined,
          link: { to: paths.payments, search: clean({ ...search, vue: word, reglement: undefined }) },
        }))}
      />
      <FilterBar
        activeCount={Number(search.client !== undefined) + Number(search.q !== undefined)}
        search={
          <SearchBox
            label={t('list.search')}
            placeholder={t('list.searchPlaceholder')}
            value={text}
            onChange={type}
            className="md:w-[260px]"
          />
        }
      >
        {search.client !== undefined && (
          <FilterChip
            name={t('list.customerFilter')}
            value={found.rows[0]?.customer.name ?? `n° ${search.client}`}
            onRemove={() => change({ client: undefined })}
          />
        )}
      </FilterBar>
      <PaymentList search={search} found={found} onChange={change} />
      {search.reglement !== undefined && (
        <PaymentDetail key={search.reglement} id={search.reglement} onClose={() => change({ reglement: undefined })} />
      )}
    </Page>
  )
}

const clean = (search: Record<string, unknown>): PaymentSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
