import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { IconMailX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { Contact } from './api.ts'
import { looksLikeAddress } from './email-address.ts'

export interface RefusedAddressProps {
  readonly contact: Contact
  readonly onCorrect: (email: string) => void
}

/** An address that came back: what the mail server said, and the field that corrects it in place. */
export function RefusedAddress({ contact, onCorrect }: RefusedAddressProps) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const [email, setEmail] = useState(contact.email ?? '')
  if (!contact.emailRefusedOn) return null
  const isSame = email.trim() === contact.email
  const isWrong = !looksLikeAddress(email)
  return (
    <form
      className="mt-1.5 grid grid-cols-[minmax(0,1fr)] gap-2 rounded-block bg-dangerbg px-3 py-2.5 text-small"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSame && !isWrong) onCorrect(email.trim())
      }}
    >
      <p className="flex items-center gap-1.5 font-medium text-danger">
        <Glyph icon={IconMailX} size={14} />
        {t('contact.refused', { date: formatDate(asDate(contact.emailRefusedOn), language) })}
      </p>
      {contact.emailRefusal && <p className="break-words text-ink2">{contact.emailRefusal}</p>}
      <p className="text-ink2">{t('contact.refusedWhy')}</p>
      <div className="flex items-end gap-2">
        <TextInput
          label={t('contact.correct')}
          value={email}
          onChange={setEmail}
          inputMode="email"
          autoComplete="off"
          size="small"
          className="flex-1"
        />
        <Button type="submit" size="small" disabledReason={isSame || isWrong ? t('contact.notAnAddress') : undefined}>
          {t('contact.correctSave')}
        </Button>
      </div>
    </form>
  )
}
