import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { DateInput } from '../../ui/form/DateInput.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextArea } from '../../ui/form/TextInput.tsx'
import { useToday } from '../../ui/today.ts'
import { type CustomerLaw, endLimitationAct, recordLimitationAct } from './api.ts'
import { ItemsField, itemsOf, openInvoices } from './ItemsField.tsx'
import { type LawCustomer, LawDialog, type LawDialogProps, SaveButton } from './LawDialog.tsx'
import { useDayNeed } from './use-day-need.ts'

/** What starts the period of limitation anew, and what proves it. */
export function LimitationDialog(props: LawDialogProps) {
  const { t } = useTranslation('law')
  const { customer, onClose } = props
  return (
    <LawDialog {...props} title={t('limitation.dialog')}>
      {(law) => <LimitationForm customer={customer} law={law} onDone={onClose} />}
    </LawDialog>
  )
}

const kinds = ['acknowledgement', 'courtClaim', 'enforcement'] as const

interface FormProps {
  readonly customer: LawCustomer
  readonly law: CustomerLaw
  readonly onDone: () => void
}

function LimitationForm({ customer, law, onDone }: FormProps) {
  const { t } = useTranslation('law')
  const act = useAct()
  const dayNeed = useDayNeed()
  const invoices = openInvoices(law)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(invoices.map(({ invoice }) => invoice.id)))
  const [kind, setKind] = useState<(typeof kinds)[number]>('acknowledgement')
  const [on, setOn] = useState<CalendarDate | null>(useToday())
  const [note, setNote] = useState('')
  const items = itemsOf(invoices, chosen)
  const need =
    items.length === 0
      ? t('items.needs')
      : (dayNeed(on) ?? (note.trim() === '' ? t('limitation.needsNote') : undefined))
  const save = () => {
    if (on === null) return
    onDone()
    void act({
      work: () => recordLimitationAct(customer.id, { items, kind, doneOn: on, note: note.trim() }),
      done: () => t('limitation.done'),
      undo: endLimitationAct,
    })
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <p className="text-body text-ink2">{t('limitation.note')}</p>
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('limitation.kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`limitation.kinds.${value}`) }))}
        />
        <DateInput label={t('limitation.on')} value={on} onChange={setOn} toward="past" autoFocus />
      </div>
      <ItemsField invoices={invoices} chosen={chosen} onChange={setChosen} />
      <TextArea label={t('limitation.proof')} value={note} onChange={setNote} />
      <SaveButton need={need} onSave={save}>
        {t('limitation.save')}
      </SaveButton>
    </div>
  )
}
