import { IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { type ButtonLook, buttonClass } from '../ui/button-look.ts'
import { Glyph } from '../ui/Glyph.tsx'
import type { Customer } from './api.ts'
import { dialled, phoneOf } from './contact-words.ts'

export interface CallLinkProps extends ButtonLook {
  readonly customer: Pick<Customer, 'contacts' | 'phone'>
  readonly className?: string
}

/** « Appeler »: dials on a phone, hands the number to whatever calls on a computer; says so when there is none. */
export function CallLink({ customer, className, ...look }: CallLinkProps) {
  const { t } = useTranslation('customers')
  const phone = phoneOf(customer)
  if (phone === null) {
    return (
      <Button {...look} icon={IconPhone} className={className} disabledReason={t('noPhone')}>
        {t('act.call')}
      </Button>
    )
  }
  return (
    <a
      href={dialled(phone)}
      title={phone}
      aria-label={t('callNumber', { phone })}
      className={buttonClass(look, className)}
    >
      <Glyph icon={IconPhone} className="text-ink2" />
      <span className="truncate">{t('act.call')}</span>
    </a>
  )
}
