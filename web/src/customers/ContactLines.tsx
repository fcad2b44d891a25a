import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { DateText } from '../ui/DateText.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useToday } from '../ui/today.ts'
import type { Contact } from './api.ts'
import { contactName, dialled } from './contact-words.ts'
import { RefusedAddress } from './RefusedAddress.tsx'

export interface ContactLinesProps {
  readonly contacts: readonly Contact[]
  /** `short` in the margin of the page; `full` shows addresses and numbers. */
  readonly look: 'short' | 'full'
  /** Undefined when the reader may not change them. */
  readonly onEdit?: ((contact: Contact) => void) | undefined
  readonly onCorrect: (contact: Contact, email: string) => void
}

/** Who to reach at a customer: what each receives, and the address to correct where it stands. */
export function ContactLines({ contacts, look, onEdit, onCorrect }: ContactLinesProps) {
  const { t } = useTranslation('customers')
  return (
    <ul
      aria-label={t('contact.list')}
      className={look === 'full' ? 'divide-y divide-line' : 'grid grid-cols-[minmax(0,1fr)] gap-2.5'}
    >
      {contacts.map((contact) => {
        const name = contactName(contact) ?? t('contact.unnamed')
        return (
          <li key={contact.id} className={look === 'full' ? 'px-4 py-3' : ''}>
            <div className="flex items-center gap-2.5 text-body">
              <Avatar name={name.replace(/^(Mme|M\.) /, '')} size="medium" look="quiet" />
              <span className="min-w-0 flex-1">
                {look === 'short' && onEdit ? (
                  <TextButton className="block max-w-full truncate !text-ink" onPress={() => onEdit(contact)}>
                    <span className="sr-only">{t('contact.editVerb')} </span>
                    {contactName({ ...contact, civility: null }) ?? t('contact.unnamed')}
                  </TextButton>
                ) : (
                  <span className="block truncate font-medium">{name}</span>
                )}
                <span className="block truncate text-small text-ink3">
                  {contact.jobTitle ?? t(`contact.role.${contact.role}`)}
                </span>
                <Away contact={contact} />
              </span>
              {look === 'full' && <Reach contact={contact} />}
              <span className={look === 'full' ? 'hidden w-44 justify-end md:flex' : ''}>
                <Receives contact={contact} />
              </span>
              {onEdit && look === 'full' && (
                <IconButton
                  icon={IconPencil}
                  size="small"
                  label={t('contact.edit', { name })}
                  onPress={() => onEdit(contact)}
                />
              )}
            </div>
            {look === 'full' && (
              <p className="flex flex-wrap items-center gap-x-4 pt-1 pl-10 text-small md:hidden">
                <Links contact={contact} />
                <Receives contact={contact} />
              </p>
            )}
            {onEdit && contact.emailRefusedOn && (
              <RefusedAddress key={contact.email} contact={contact} onCorrect={(email) => onCorrect(contact, email)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Receives({ contact }: { readonly contact: Contact }): ReactNode {
  const { t } = useTranslation('customers')
  if (contact.emailRefusedOn) return <StatusPill tone="danger">{t('contact.refusedShort')}</StatusPill>
  if (contact.phoneRefused) return <StatusPill tone="danger">{t('contact.phoneRefusedShort')}</StatusPill>
  if (contact.role === 'escalation') return <StatusPill tone="neutral">{t('contact.copy')}</StatusPill>
  return contact.receivesReminders && contact.email ? (
    <StatusPill tone="accent">{t('contact.receives')}</StatusPill>
  ) : null
}

function Reach({ contact }: { readonly contact: Contact }) {
  return (
    <span className="hidden min-w-0 flex-1 flex-col text-small md:flex">
      <Links contact={contact} />
    </span>
  )
}

const link = 'min-h-6 max-w-full truncate leading-6 text-accent hover:underline touch:min-h-11 touch:leading-11'

function Links({ contact }: { readonly contact: Contact }) {
  return (
    <>
      {contact.email && (
        <a href={`mailto:${contact.email}`} className={link}>
          {contact.email}
        </a>
      )}
      {contact.phone && (
        <a href={dialled(contact.phone)} className={`figures ${link}`}>
          {contact.phone}
        </a>
      )}
    </>
  )
}

/** What an automatic reply said, while it is still so. */
function Away({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation('customers')
  const today = useToday()
  const { awayUntil } = contact
  if (!awayUntil || awayUntil < today) return null
  return (
    <span className="block text-small text-warn">
      {t('contact.away')} <DateText date={asDate(awayUntil)} />
    </span>
  )
}
