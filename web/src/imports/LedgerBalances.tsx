import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { TextLink } from '../ui/ButtonLink.tsx'
import { SectionTitle } from '../ui/Card.tsx'
import { Money } from '../ui/Money.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { PlainTable } from '../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import { useCount } from '../ui/use-count.ts'
import { type Balance, ledgerBalancesQuery } from './api.ts'
import { euros } from './euros.ts'

/** Customer by customer: the balance in the file, the one in Quittance, and every cent between them. */
export function LedgerBalances({ id, revision }: { readonly id: number; readonly revision: string }) {
  const { t } = useTranslation('imports')
  const written = useCount()
  const { data, isError } = useQuery(ledgerBalancesQuery(id, revision))
  if (isError) return <p className="px-4 py-3 text-small text-ink2">{t('ledger.unread')}</p>
  if (!data) return <SkeletonLines />
  const { balances, customers, differing, onlyBesides, isIn } = data
  const besides = onlyBesides > 0 ? t('ledger.besides', { count: onlyBesides, written: written(onlyBesides) }) : ''
  return (
    <section aria-label={t('ledger.byCustomer')} className="border-t border-line2">
      <SectionTitle
        className="px-4 pt-2.5 pb-1"
        note={
          (balances.length < customers
            ? t('ledger.firstOf', { shown: written(balances.length), count: customers, written: written(customers) })
            : t('ledger.count', { count: customers, written: written(customers) })) + besides
        }
        end={
          <StatusPill tone={differing === 0 ? 'paid' : 'warn'}>
            {differing === 0
              ? t('ledger.agrees')
              : t('ledger.differs', { count: differing, written: written(differing) })}
          </StatusPill>
        }
      >
        {t('ledger.byCustomer')}
      </SectionTitle>
      <PlainTable
        label={t('ledger.byCustomer')}
        rows={balances}
        rowId={(row) => row.customerCode}
        mobileRow={(row) => (
          <TwoLineRow
            title={<Name of={row} />}
            detail={row.difference === 0 ? row.customerCode : <Difference of={row} />}
            end={<Money of={euros(balanceOf(row))} />}
          />
        )}
        columns={[
          { id: 'customer', title: t('preview.customer'), cell: (row) => <Name of={row} /> },
          {
            id: 'file',
            title: t('ledger.inFile'),
            align: 'end',
            cell: (row) => <Money of={euros(balanceOf(row))} />,
          },
          {
            id: 'here',
            title: isIn ? t('ledger.here') : t('ledger.hereThen'),
            align: 'end',
            cell: (row) => <Money look="strong" of={euros(row.here)} />,
          },
          ...(differing === 0
            ? []
            : [
                {
                  id: 'difference',
                  title: t('ledger.difference'),
                  align: 'end' as const,
                  cell: (row: Balance) => <Difference of={row} />,
                },
              ]),
        ]}
      />
    </section>
  )
}

/** All accounts of the customer that count: 411, and what stands besides it. */
const balanceOf = (row: Balance): number => row.balance + row.besides

function Name({ of }: { readonly of: Balance }) {
  const name = (
    <span className="block max-w-36 truncate xl:max-w-44" title={of.customerName}>
      {of.customerName}
    </span>
  )
  return of.customerId === null ? (
    name
  ) : (
    <TextLink link={{ to: paths.customer, params: { id: String(of.customerId) } }}>{name}</TextLink>
  )
}

function Difference({ of }: { readonly of: Balance }) {
  return of.difference === 0 ? (
    <span className="text-ink3">—</span>
  ) : (
    <strong className="font-semibold text-danger">
      <Money of={euros(of.difference)} signed />
    </strong>
  )
}
