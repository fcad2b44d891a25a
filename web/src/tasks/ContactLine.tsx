import { IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { contactName, dialled } from '../customers/contact-words.ts'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { buttonClass } from '../ui/button-look.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import type { Task } from './api.ts'

/** Whom to call, at which number, and the way to everything else about the customer. */
export function ContactLine({ task }: { readonly task: Task }) {
  const { t } = useTranslation('tasks')
  const { contact, customer } = task
  // « Appeler Mme Gauthier » says it already.
  const isNamed = contact?.lastName !== undefined && contact.lastName !== null && task.title.includes(contact.lastName)
  const name = contact && !isNamed && contactName(contact)
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 pt-1.5 text-small text-ink2">
      {contact?.phone && <PhoneLink phone={contact.phone} />}
      <span>
        {[name, contact?.jobTitle].filter(Boolean).join(' · ')}
        {customer && contact && !contact.phone && task.kind === 'call' && ` · ${t('panel.noPhone')}`}
      </span>
      {contact?.phoneRefused && <StatusPill tone="danger">{t('wrong.marked')}</StatusPill>}
      {customer && (
        <Link to={paths.customer} params={{ id: String(customer.id) }} className={textLinkClass}>
          {t('panel.customer')}
        </Link>
      )}
    </div>
  )
}

/** A number that dials. `isBig` fills the line under the thumb and names the effect. */
export function PhoneLink({ phone, isBig = false }: { readonly phone: string; readonly isBig?: boolean }) {
  const { t } = useTranslation('tasks')
  return (
    <a
      href={dialled(phone)}
      aria-label={t('panel.callNumber', { phone })}
      className={
        isBig
          ? buttonClass({ variant: 'primary', size: 'touch' }, 'w-full')
          : buttonClass({ variant: 'accent', size: 'small' })
      }
    >
      <Glyph icon={IconPhone} />
      <span className="figures">{isBig ? t('panel.callNumber', { phone }) : phone}</span>
    </a>
  )
}
