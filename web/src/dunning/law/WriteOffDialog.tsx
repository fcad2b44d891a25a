import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { sumByCurrency } from '@quittance/core/money/money.ts'
import { type WriteOffReason, writeOffReasons } from '@quittance/core/tasks/decision.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { asMoney } from '../../app/wire.ts'
import { Note } from '../../ui/Card.tsx'
import { DateInput } from '../../ui/form/DateInput.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextArea } from '../../ui/form/TextInput.tsx'
import { useToday } from '../../ui/today.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { type CustomerLaw, endWriteOff, writeOff } from './api.ts'
import { ItemsField, itemsOf, openInvoices } from './ItemsField.tsx'
import { type LawCustomer, LawDialog, type LawDialogProps, SaveButton } from './LawDialog.tsx'
import { useDayNeed } from './use-day-need.ts'

/** « Passer en perte »: which invoices, why, and what becomes of their VAT. */
export function WriteOffDialog(props: LawDialogProps) {
  const { t } = useTranslation('law')
  const { customer, onClose } = props
  return (
    <LawDialog {...props} title={t('writeOff.title', { customer: customer.name })}>
      {(law) => <WriteOffForm customer={customer} law={law} onDone={onClose} />}
    </LawDialog>
  )
}

interface FormProps {
  readonly customer: LawCustomer
  readonly law: CustomerLaw
  readonly onDone: () => void
}

function WriteOffForm({ customer, law, onDone }: FormProps) {
  const { t } = useTranslation('law')
  const language = useLanguage()
  const act = useAct()
  const dayNeed = useDayNeed()
  const invoices = openInvoices(law)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [reason, setReason] = useState<WriteOffReason>('tooCostly')
  const [note, setNote] = useState('')
  const [on, setOn] = useState<CalendarDate | null>(useToday())
  const items = itemsOf(invoices, chosen)
  const amount = sumByCurrency(
    invoices.filter(({ invoice }) => chosen.has(invoice.id)).map(({ amountDue }) => asMoney(amountDue)),
  )
    .map((sum) => formatMoney(sum, language))
    .join(' + ')
  const need = items.length === 0 ? t('items.needs') : dayNeed(on)
  const save = () => {
    if (on === null) return
    onDone()
    void act({
      work: () => writeOff(customer.id, { items, reason, note: note.trim() || null, writtenOffOn: on }),
      done: () => t('writeOff.done'),
      undo: async (ids) => {
        for (const id of ids) await endWriteOff(id)
      },
    })
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <Note look="warn">{t('writeOff.effect')}</Note>
      <ItemsField invoices={invoices} chosen={chosen} onChange={setChosen} />
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('writeOff.reason')}
          value={reason}
          onChange={setReason}
          options={writeOffReasons.map((value) => ({ value, label: t(`writeOff.reasons.${value}`) }))}
        />
        <DateInput label={t('writeOff.on')} value={on} onChange={setOn} toward="past" />
      </div>
      <TextArea label={t('note')} isOptional value={note} onChange={setNote} />
      <p className="text-small text-ink2">{t('writeOff.vat')}</p>
      <SaveButton need={need} onSave={save}>
        {t('writeOff.save', { amount })}
      </SaveButton>
    </div>
  )
}
