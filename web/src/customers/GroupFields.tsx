import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { ComboBox, type Found } from '../ui/form/ComboBox.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { type Customer, findCustomers } from './api.ts'
import { useCustomerActs } from './use-customer-acts.ts'

/** The parent company, and the subsidiaries: payments may cross between them. */
export function GroupFields({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const acts = useCustomerActs(customer)
  const { parent, children } = customer
  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<Found[]> =>
      (await findCustomers(text, signal))
        .filter(({ id }) => id !== customer.id)
        .map(({ id, name, code }) => ({ id: String(id), label: name, note: code })),
    [customer.id],
  )
  const choose = (found: Found | null) => {
    const name = found?.label ?? t('identity.noParent')
    const done = t('assign.done', { role: t('field.parent'), person: name })
    void acts.change({ parentId: found ? Number(found.id) : null }, { parentId: parent?.id ?? null }, done)
  }
  return (
    <>
      <div>
        <ComboBox
          key={parent?.id ?? 'none'}
          label={t('field.parent')}
          value={parent && { id: String(parent.id), label: parent.name }}
          onChange={(found) => found && choose(found)}
          search={search}
        />
        {parent && (
          <p className="flex gap-4 pt-1 text-small">
            <CustomerLink customer={parent} />
            <TextButton onPress={() => choose(null)}>{t('identity.leaveParent')}</TextButton>
          </p>
        )}
      </div>
      <div>
        <p className="pb-1 text-table text-ink2">{t('field.children')}</p>
        {children.length === 0 ? (
          <p className="text-body text-ink3">{t('identity.none')}</p>
        ) : (
          <ul className="grid gap-1 text-body">
            {children.map((child) => (
              <li key={child.id}>
                <CustomerLink customer={child} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

function CustomerLink({ customer }: { readonly customer: { readonly id: number; readonly name: string } }) {
  return (
    <Link to={paths.customer} params={{ id: String(customer.id) }} className={textLinkClass}>
      {customer.name}
    </Link>
  )
}
