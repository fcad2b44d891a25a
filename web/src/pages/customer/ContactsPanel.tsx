import { IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { Customer } from '../../customers/api.ts'
import { ContactLines } from '../../customers/ContactLines.tsx'
import { reachOf } from '../../customers/contact-words.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useContactEditing } from './use-contact-editing.tsx'

/** Everyone at the customer, with addresses and numbers; who receives what. */
export function ContactsPanel({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const mayWrite = useMayWrite('business')
  const editing = useContactEditing(customer)
  const { contacts } = customer
  const reach = reachOf(contacts)
  const add = (
    <Button size="small" icon={IconUserPlus} onPress={editing.add} disabledReason={mayWrite ? undefined : t('noRight')}>
      {t('contact.addTitle')}
    </Button>
  )
  return (
    <>
      {contacts.length === 0 ? (
        <EmptyState title={t('contact.none')} action={add} />
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3">
            {add}
            {reach !== 'reachable' && (
              <div className="min-w-0 flex-1 text-small">
                <Note look="warn">{t(reach === 'refused' ? 'contact.refusedWhy' : 'contact.noReminders')}</Note>
              </div>
            )}
          </div>
          <ContactLines
            look="full"
            contacts={contacts}
            onEdit={mayWrite ? editing.edit : undefined}
            onCorrect={editing.correct}
          />
        </>
      )}
      {editing.drawer}
    </>
  )
}
