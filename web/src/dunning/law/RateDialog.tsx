import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useAct } from '../../app/use-act.ts'
import { readRate, writeRate } from '../../people/setting-values.ts'
import { Dialog } from '../../ui/Drawer.tsx'
import { DateInput } from '../../ui/form/DateInput.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { useToday } from '../../ui/today.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { enterRate, type HalfYearRate } from './api.ts'
import { SaveButton } from './LawDialog.tsx'
import { useLawWords } from './use-law-words.ts'

export interface RateDialogProps {
  readonly rate: HalfYearRate
  readonly onClose: () => void
}

/** The two rates of a half-year as published, with where and when they were read. */
export function RateDialog({ rate, onClose }: RateDialogProps) {
  const { t, halfYear } = useLawWords()
  return (
    <Dialog isOpen onClose={onClose} title={t('rates.dialog', { halfYear: halfYear(rate.halfYear) })}>
      <RateForm rate={rate} onDone={onClose} />
    </Dialog>
  )
}

function RateForm({ rate, onDone }: { readonly rate: HalfYearRate; readonly onDone: () => void }) {
  const { t, halfYear: words } = useLawWords()
  const language = useLanguage()
  const act = useAct()
  const { halfYear } = rate
  const [ecb, setEcb] = useState(writeRate(rate.mainRefinancing, language))
  const [legal, setLegal] = useState(writeRate(rate.legal, language))
  const [source, setSource] = useState(rate.source ?? '')
  const [readOn, setReadOn] = useState<CalendarDate | null>(useToday())
  const read = { ecb: readRate(ecb), legal: readRate(legal) }
  const isWhole = read.ecb != null && read.legal != null && source.trim() !== '' && readOn !== null
  const save = () => {
    const { ecb: mainRefinancing, legal: legalRate } = read
    if (mainRefinancing == null || legalRate == null || readOn === null) return
    onDone()
    void act({
      work: () => enterRate(halfYear, { mainRefinancing, legal: legalRate, source: source.trim(), readOn }),
      done: () => t('rates.done', { halfYear: words(halfYear) }),
    })
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <p className="text-body text-ink2">{t('rates.explain')}</p>
      <TextInput label={t('rates.ecbField')} value={ecb} onChange={setEcb} inputMode="decimal" end="%" autoFocus />
      <TextInput label={t('rates.legalField')} value={legal} onChange={setLegal} inputMode="decimal" end="%" />
      <TextInput
        label={t('rates.sourceField')}
        value={source}
        onChange={setSource}
        placeholder={t('rates.sourcePlaceholder')}
      />
      <DateInput label={t('rates.readOn')} value={readOn} onChange={setReadOn} toward="past" />
      <SaveButton need={isWhole ? undefined : t('rates.incomplete')} onSave={save}>
        {t('rates.save')}
      </SaveButton>
    </div>
  )
}
