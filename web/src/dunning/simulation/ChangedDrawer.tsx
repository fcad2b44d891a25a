import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import type { ChangedContact } from './simulation-api.ts'

export interface ChangedDrawerProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly changed: readonly ChangedContact[]
  /** Of whom those told are the first. */
  readonly total: number
}

/** Whose contacts the draft changes: from which day to which, or what else on the same day. */
export function ChangedDrawer({ isOpen, onClose, changed, total }: ChangedDrawerProps) {
  const { t } = useTranslation('scenarios')
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={t('difference.title')}>
      <p className="pb-2 text-small text-ink3">{t('difference.note')}</p>
      <ul>
        {changed.map(({ customer, how, was, is }) => (
          <li
            key={customer.id}
            className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 border-b border-line py-1 text-table last:border-b-0"
          >
            <TextLink link={{ to: paths.customer, params: { id: String(customer.id) } }}>{customer.name}</TextLink>
            <span className="text-ink2">
              {how === 'otherwise' ? (
                <>
                  <Day of={is} /> · {t('difference.other')}
                </>
              ) : (
                <>
                  <Day of={was} /> → <Day of={is} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {changed.length < total && (
        <p className="pt-2 text-small text-ink3">{t('told.first', { count: changed.length })}</p>
      )}
    </Drawer>
  )
}

function Day({ of }: { readonly of: string | null }) {
  const { t } = useTranslation('scenarios')
  return of === null ? t('difference.never') : <DateText date={asDate(of)} style="weekday" />
}
