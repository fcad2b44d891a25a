import { asDate, type CalendarDate, isBefore } from '@quittance/core/calendar/calendar-date.ts'
import { shortestDeadlineDays, usualDeadlineDays } from '@quittance/core/dunning/law/formal-notice.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { DateInput } from '../../ui/form/DateInput.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { useToday } from '../../ui/today.ts'
import { type CustomerLaw, endNotice, type InvoiceLaw, recordNotice } from './api.ts'
import { ItemsField, itemsOf, openInvoices } from './ItemsField.tsx'
import { type LawCustomer, LawDialog, type LawDialogProps, SaveButton } from './LawDialog.tsx'
import { useDayNeed } from './use-day-need.ts'
import { useLawWords } from './use-law-words.ts'

/** A formal notice that left: when, how, and with which number. */
export function NoticeDialog(props: LawDialogProps) {
  const { t } = useTranslation('law')
  const { customer, onClose } = props
  return (
    <LawDialog {...props} title={t('notice.dialog')}>
      {(law) => <NoticeForm customer={customer} law={law} onDone={onClose} />}
    </LawDialog>
  )
}

const means = ['registeredLetter', 'electronicRegisteredLetter', 'letter', 'email', 'bailiff'] as const
const mostDays = 90

interface FormProps {
  readonly customer: LawCustomer
  readonly law: CustomerLaw
  readonly onDone: () => void
}

/** The registered letter that was posted last about something still owed and is not recorded yet: the form says what is known of it. */
const lastPosted = ({ lettersToRecord }: CustomerLaw, invoices: readonly InvoiceLaw[]) =>
  lettersToRecord.find((letter) => invoices.some(({ invoice }) => letter.invoices.some(({ id }) => id === invoice.id)))

function NoticeForm({ customer, law, onDone }: FormProps) {
  const { t, day } = useLawWords()
  const act = useAct()
  const dayNeed = useDayNeed()
  const today = useToday()
  const invoices = openInvoices(law).filter(({ dueDate }) => dueDate < today)
  const posted = lastPosted(law, invoices)
  const listed = invoices.filter(({ invoice }) => posted?.invoices.some(({ id }) => id === invoice.id) ?? true)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(listed.map(({ invoice }) => invoice.id)))
  const [how, setHow] = useState<(typeof means)[number]>('registeredLetter')
  const [sentOn, setSent] = useState<CalendarDate | null>(posted ? asDate(posted.postedOn) : today)
  const [receivedOn, setReceived] = useState<CalendarDate | null>(null)
  const [days, setDays] = useState(String(usualDeadlineDays))
  const [number, setNumber] = useState(posted?.trackingNumber ?? '')
  const items = itemsOf(invoices, chosen)
  const deadlineDays = /^\d{1,2}$/.test(days.trim()) ? Number(days) : 0
  const isDeadline = deadlineDays >= shortestDeadlineDays && deadlineDays <= mostDays
  const isEarly = sentOn !== null && receivedOn !== null && isBefore(receivedOn, sentOn)
  const need =
    items.length === 0
      ? t('items.needs')
      : (dayNeed(sentOn) ?? (isEarly ? t('day.needs') : isDeadline ? undefined : t('notice.unknownDays')))
  const save = () => {
    if (sentOn === null) return
    onDone()
    const trackingNumber = number.trim() || null
    void act({
      work: () => recordNotice(customer.id, { items, means: how, sentOn, receivedOn, deadlineDays, trackingNumber }),
      done: () => t('notice.done'),
      undo: endNotice,
    })
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      {posted && <p className="text-small text-ink2">{t('notice.fromLetter', { date: day(posted.postedOn) })}</p>}
      <ItemsField invoices={invoices} chosen={chosen} onChange={setChosen} />
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('notice.means')}
          value={how}
          onChange={setHow}
          options={means.map((value) => ({ value, label: t(`notice.meansOf.${value}`) }))}
        />
        <TextInput label={t('notice.number')} isOptional value={number} onChange={setNumber} autoFocus />
        <DateInput label={t('notice.sentOn')} value={sentOn} onChange={setSent} toward="past" />
        <DateInput label={t('notice.receivedOn')} isOptional value={receivedOn} onChange={setReceived} toward="past" />
        <TextInput
          label={t('notice.days')}
          value={days}
          onChange={setDays}
          inputMode="numeric"
          description={t('notice.daysNote')}
          error={isDeadline ? undefined : t('notice.unknownDays')}
        />
      </div>
      <SaveButton need={need} onSave={save}>
        {t('notice.save')}
      </SaveButton>
    </div>
  )
}
