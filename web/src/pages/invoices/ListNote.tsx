import type { Money } from '@quittance/core/money/money.ts'
import { Trans, useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { asMoney } from '../../app/wire.ts'
import type { ItemPage } from '../../invoices/api.ts'
import type { InvoiceView } from '../../invoices/list-search.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Sums } from '../../ui/Sums.tsx'

export interface ListNoteProps {
  readonly whole: Pick<ItemPage, 'count' | 'customers' | 'isAtLeast'> | undefined
  readonly total: readonly Money[]
  readonly view: InvoiceView
}

/** « 37 factures · 21 clients · 148 912,60 € à récupérer », beside the title. */
export function ListNote({ whole, total, view }: ListNoteProps) {
  const { t } = useTranslation(['invoices', 'disputes'])
  const none = asMoney({ amount: 0, currency: useSession().organization.baseCurrency })
  if (!whole) return null
  if (whole.isAtLeast) return t('countAtLeast', { count: whole.count })
  return (
    <>
      {t('count', { count: whole.count })}
      <span className="max-md:hidden"> · {t('customers', { count: whole.customers })}</span>
      {view !== 'payees' && (
        <>
          {' · '}
          <Trans t={t} i18nKey={wordsOf(view)} components={{ amount: <Sums of={total} none={none} look="strong" /> }} />
        </>
      )}
      {view === 'litiges' && (
        <>
          {' · '}
          <TextLink link={{ to: paths.disputes }}>{t('disputes:list.link')}</TextLink>
        </>
      )}
    </>
  )
}

const wordsOf = (view: InvoiceView) =>
  view === 'a-encaisser' ? 'owing' : view === 'a-venir' || view === 'toutes' ? 'toReceive' : 'toCollect'
