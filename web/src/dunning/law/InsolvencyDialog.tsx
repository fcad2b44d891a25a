import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { Note } from '../../ui/Card.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { DateInput } from '../../ui/form/DateInput.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { useToday } from '../../ui/today.ts'
import { endInsolvency, recordInsolvency } from './api.ts'
import { type LawCustomer, type LawDialogProps, SaveButton } from './LawDialog.tsx'
import { useDayNeed } from './use-day-need.ts'

/** « Signaler une procédure collective »: which one, since when, by when the claim is declared. */
export function InsolvencyDialog({ customer, isOpen, onClose }: LawDialogProps) {
  const { t } = useTranslation('law')
  const title = t('insolvency.title', { customer: customer.name })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} width="medium">
      {isOpen && <InsolvencyForm customer={customer} onDone={onClose} />}
    </Dialog>
  )
}

const kinds = ['safeguard', 'receivership', 'liquidation'] as const

function InsolvencyForm({ customer, onDone }: { readonly customer: LawCustomer; readonly onDone: () => void }) {
  const { t } = useTranslation('law')
  const act = useAct()
  const dayNeed = useDayNeed()
  const [kind, setKind] = useState<(typeof kinds)[number]>('receivership')
  const [judgedOn, setJudged] = useState<CalendarDate | null>(useToday())
  const [publishedOn, setPublished] = useState<CalendarDate | null>(null)
  const [court, setCourt] = useState('')
  const [officeHolder, setOfficeHolder] = useState('')
  const [isCreditorAway, setAway] = useState(false)
  const need = dayNeed(judgedOn) ?? (publishedOn === null ? undefined : dayNeed(publishedOn))
  const save = () => {
    if (judgedOn === null) return
    onDone()
    const told = { court: court.trim() || null, officeHolder: officeHolder.trim() || null }
    void act({
      work: () => recordInsolvency(customer.id, { kind, judgedOn, publishedOn, isCreditorAway, ...told }),
      done: () => t('insolvency.done'),
      undo: endInsolvency,
    })
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <Note look="warn">{t('insolvency.effect')}</Note>
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('insolvency.kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`insolvency.kinds.${value}`) }))}
        />
        <DateInput label={t('insolvency.judgedOn')} value={judgedOn} onChange={setJudged} toward="past" autoFocus />
        <DateInput
          label={t('insolvency.publishedOn')}
          isOptional
          value={publishedOn}
          onChange={setPublished}
          toward="past"
          description={t('insolvency.publishedNote')}
        />
        <TextInput label={t('insolvency.court')} isOptional value={court} onChange={setCourt} />
        <TextInput label={t('insolvency.officeHolder')} isOptional value={officeHolder} onChange={setOfficeHolder} />
      </div>
      <Checkbox isSelected={isCreditorAway} onChange={setAway}>
        {t('insolvency.away')}
      </Checkbox>
      <SaveButton need={need} onSave={save}>
        {t('insolvency.save')}
      </SaveButton>
    </div>
  )
}
