import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { Customer } from '../../customers/api.ts'
import { ContactLines } from '../../customers/ContactLines.tsx'
import { useCustomerActs } from '../../customers/use-customer-acts.ts'
import { assigneesQuery } from '../../invoices/api.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useIsOnline } from '../../ui/use-is-online.ts'
import { useContactEditing } from './use-contact-editing.tsx'

/** « Qui contacter » at the customer, and who follows them here. */
export function ContactsCard({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const mayWrite = useMayWrite('business')
  const editing = useContactEditing(customer)
  return (
    <Card padded label={t('contact.title')}>
      <SectionTitle
        className="pb-2.5"
        end={mayWrite && <TextButton onPress={editing.add}>{t('contact.add')}</TextButton>}
      >
        {t('contact.title')}
      </SectionTitle>
      {customer.contacts.length === 0 ? (
        <p className="text-small text-ink2">{t('contact.none')}</p>
      ) : (
        <ContactLines
          look="short"
          contacts={customer.contacts}
          onEdit={mayWrite ? editing.edit : undefined}
          onCorrect={editing.correct}
        />
      )}
      <Followers customer={customer} />
      {editing.drawer}
    </Card>
  )
}

function Followers({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  return (
    <section aria-label={t('followers.title')} className="mt-3.5 grid gap-2 border-t border-line pt-3">
      <Follower customer={customer} as="collector" />
      <Follower customer={customer} as="salesRep" />
    </section>
  )
}

interface FollowerProps {
  readonly customer: Customer
  readonly as: 'collector' | 'salesRep'
}

/** One of the two people on our side, changed in place. */
function Follower({ customer, as: role }: FollowerProps) {
  const { t } = useTranslation('customers')
  const acts = useCustomerActs(customer)
  const mayWrite = useMayWrite('business')
  const people = useQuery(assigneesQuery).data ?? []
  const isOnline = useIsOnline()
  const person = customer[role]
  const known = person && !people.some(({ id }) => id === person.id) ? [person, ...people] : people
  const choose = (value: string) => {
    const id = value === 'nobody' ? null : Number(value)
    const chosen = people.find((one) => one.id === id)?.name ?? t('nobody')
    const [change, before] =
      role === 'collector'
        ? [{ collectorId: id }, { collectorId: person?.id ?? null }]
        : [{ salesRepId: id }, { salesRepId: person?.id ?? null }]
    void acts.change(change, before, t('assign.done', { role: t(`field.${role}`), person: chosen }))
  }
  return (
    <div className="flex items-center gap-2.5 text-small">
      <Avatar name={person?.name ?? '—'} look={person ? 'coloured' : 'quiet'} />
      <Select
        label={t(`field.${role}`)}
        labelHidden
        size="small"
        isDisabled={!mayWrite || !isOnline}
        value={person ? String(person.id) : 'nobody'}
        onChange={choose}
        options={[
          ...known.map(({ id, name }) => ({ value: String(id), label: name })),
          { value: 'nobody', label: t('nobody') },
        ]}
        className="min-w-0 flex-1"
      />
      <span className="w-[5.5rem] shrink-0 text-right text-ink2 md:w-[7.5rem]">
        {t(role === 'collector' ? 'followers.collects' : 'followers.sells')}
      </span>
    </div>
  )
}
