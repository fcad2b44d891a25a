import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Card.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { useToday } from '../ui/today.ts'
import type { Customer } from './api.ts'
import { useCustomerActs } from './use-customer-acts.ts'

type Situation = 'handOver' | 'insolvency'

export interface SituationDialogProps {
  readonly customer: Customer
  /** Null while closed. */
  readonly situation: Situation | null
  readonly onClose: () => void
}

const effect = { handOver: 'flag.handedOverEffect', insolvency: 'flag.insolvencyEffect' } as const

/** From which day somebody else has the file, or the law stops all reminders; says what follows before saving. */
export function SituationDialog({ customer, situation, onClose }: SituationDialogProps) {
  const { t } = useTranslation('customers')
  return (
    <Dialog isOpen={situation !== null} onClose={onClose} title={situation && t(`flag.${situation}Title`)}>
      {situation && <SituationForm customer={customer} situation={situation} onDone={onClose} />}
    </Dialog>
  )
}

interface SituationFormProps {
  readonly customer: Customer
  readonly situation: Situation
  readonly onDone: () => void
}

function SituationForm({ customer, situation, onDone }: SituationFormProps) {
  const { t } = useTranslation('customers')
  const acts = useCustomerActs(customer)
  const [day, setDay] = useState<CalendarDate | null>(useToday())
  const save = () => {
    onDone()
    const change = situation === 'handOver' ? { handedOverOn: day } : { insolvencyOn: day }
    const before =
      situation === 'handOver' ? { handedOverOn: customer.handedOverOn } : { insolvencyOn: customer.insolvencyOn }
    void acts.change(change, before, t('flag.saved'))
  }
  return (
    <div className="grid gap-3">
      <DateInput label={t('flag.on')} value={day} onChange={setDay} toward="past" autoFocus />
      <Note look="warn">{t(effect[situation])}</Note>
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={day === null ? t('flag.needsDay') : undefined}
          onPress={save}
        >
          {t(`flag.${situation}Save`)}
        </Button>
      </div>
    </div>
  )
}
