import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type HandoverReceiver, handoverReceivers } from '@quittance/core/tasks/decision.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { Note } from '../../ui/Card.tsx'
import { DateInput } from '../../ui/form/DateInput.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextArea, TextInput } from '../../ui/form/TextInput.tsx'
import { useToday } from '../../ui/today.ts'
import { type CustomerLaw, endHandover, handOver } from './api.ts'
import { ItemsField, itemsOf, openInvoices } from './ItemsField.tsx'
import { type LawCustomer, LawDialog, type LawDialogProps, SaveButton } from './LawDialog.tsx'
import { useDayNeed } from './use-day-need.ts'

/** « Confier le dossier »: to whom, on which day, which invoices. */
export function HandoverDialog(props: LawDialogProps) {
  const { t } = useTranslation('law')
  const { customer, onClose } = props
  return (
    <LawDialog {...props} title={t('handover.title', { customer: customer.name })}>
      {(law) => <HandoverForm customer={customer} law={law} onDone={onClose} />}
    </LawDialog>
  )
}

interface FormProps {
  readonly customer: LawCustomer
  readonly law: CustomerLaw
  readonly onDone: () => void
}

function HandoverForm({ customer, law, onDone }: FormProps) {
  const { t } = useTranslation('law')
  const act = useAct()
  const dayNeed = useDayNeed()
  const invoices = openInvoices(law)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(invoices.map(({ invoice }) => invoice.id)))
  const [receiver, setReceiver] = useState<HandoverReceiver>('agency')
  const [receiverName, setName] = useState('')
  const [reference, setReference] = useState('')
  const [note, setNote] = useState('')
  const [on, setOn] = useState<CalendarDate | null>(useToday())
  const items = itemsOf(invoices, chosen)
  const need =
    receiverName.trim() === '' ? t('handover.needsName') : items.length === 0 ? t('items.needs') : dayNeed(on)
  const save = () => {
    if (on === null) return
    onDone()
    const told = { reference: reference.trim() || null, note: note.trim() || null }
    void act({
      work: () =>
        handOver(customer.id, { items, receiver, receiverName: receiverName.trim(), handedOverOn: on, ...told }),
      done: () => t('handover.done'),
      undo: endHandover,
    })
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <Note look="warn">{t('handover.effect')}</Note>
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('handover.receiver')}
          value={receiver}
          onChange={setReceiver}
          options={handoverReceivers.map((value) => ({ value, label: t(`handover.receivers.${value}`) }))}
        />
        <TextInput label={t('handover.name')} value={receiverName} onChange={setName} autoFocus />
        <TextInput label={t('handover.reference')} isOptional value={reference} onChange={setReference} />
        <DateInput label={t('handover.on')} value={on} onChange={setOn} toward="past" />
      </div>
      <ItemsField invoices={invoices} chosen={chosen} onChange={setChosen} />
      <TextArea label={t('note')} isOptional value={note} onChange={setNote} />
      <SaveButton need={need} onSave={save}>
        {t('handover.save')}
      </SaveButton>
    </div>
  )
}
