import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconFileText, IconMail, IconMessage, IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { type RemindersReceived, remindersReceivedQuery } from './api.ts'
import { useReminderCountWords } from './use-reminder-count-words.ts'

export interface ReminderCountProps {
  readonly customer: { readonly id: number; readonly name: string }
  /** Only those about this invoice. */
  readonly invoice?: { readonly id: number; readonly number: string }
}

/** « 3 relances reçues » : how many, and behind it the list that gives exactly that number. */
export function ReminderCount({ customer, invoice }: ReminderCountProps) {
  const { t } = useTranslation('customers')
  const { data } = useQuery(remindersReceivedQuery({ customer: customer.id, invoice: invoice?.id }))
  const [isOpen, setOpen] = useState(false)
  const words = useReminderCountWords()
  if (!data) return null
  const title = t('received.title', { name: invoice?.number ?? customer.name })
  return (
    <>
      <TextButton onPress={() => setOpen(true)} className="text-small font-regular">
        {t('received.count', { count: data.total })}
      </TextButton>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={title} width="medium">
        <p className="pb-1 text-body">{words(data)}</p>
        <p className="pb-3 text-small text-ink2">{t('received.rule')}</p>
        <ReceivedList rows={data.rows} />
      </Dialog>
    </>
  )
}

const icons = { email: IconMail, sms: IconMessage, letter: IconFileText, call: IconPhone } as const

function ReceivedList({ rows }: Pick<RemindersReceived, 'rows'>) {
  const { t } = useTranslation('customers')
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="flex items-baseline gap-2.5 py-1.5 text-table">
          <span className="w-20 shrink-0 text-ink3">
            <DateText date={asDate(row.on)} />
          </span>
          <Glyph icon={icons[row.channel]} className="translate-y-0.5 text-ink2" />
          <span className="min-w-0 flex-1">
            {row.title || t(`received.channel.${row.channel}`)}
            {row.person && <span className="text-ink3"> ({row.person})</span>}
            {row.invoices.length > 0 && <span className="block text-small text-ink3">{row.invoices.join(', ')}</span>}
          </span>
          {row.reminderId !== null && (
            <Link to={paths.reminders} search={{ vue: 'envoyees', relance: row.reminderId }} className={textLinkClass}>
              {t('received.read')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
