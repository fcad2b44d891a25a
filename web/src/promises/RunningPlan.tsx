import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { asMoney } from '../app/wire.ts'
import { StatusPill } from '../ui/Pill.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Agreements, closePlan, resumePlan } from './api.ts'
import { ConfirmationDialog } from './ConfirmationDialog.tsx'
import { PlanDialog } from './PlanDialog.tsx'

type Plan = Agreements['plans'][number]

const toneOfStanding = { running: 'promise', missed: 'danger', settled: 'paid' } as const

export interface RunningPlanProps {
  readonly plan: Plan
  /** Another plan took its place. */
  readonly onReplaced: (plan: number) => void
}

/** A payment plan date by date, and the ways to confirm, replace or end it. */
export function RunningPlan({ plan, onReplaced }: RunningPlanProps) {
  const { t } = useTranslation('promises')
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const language = useLanguage()
  const [asked, setAsked] = useState<'end' | 'confirm' | 'replace' | null>(null)
  const { id, standing, instalments, invoices, items, confirmedOn, contested } = plan
  const close = () => setAsked(null)
  const end = (because: string | null) => {
    close()
    void act({ work: () => closePlan(id, because), done: () => t('plan.ended'), undo: () => resumePlan(id) })
  }
  return (
    <li className="grid justify-items-start gap-1">
      <StatusPill tone={toneOfStanding[standing]}>{t(`plan.standing.${standing}`)}</StatusPill>
      <ol className="grid w-full gap-0.5">
        {instalments.map((instalment) => (
          <Instalment key={instalment.dueOn} instalment={instalment} />
        ))}
      </ol>
      <span className="break-words text-ink3">{invoices.map(({ number }) => number).join(', ')}</span>
      {plan.note && <span className="break-words">{t('said', { note: plan.note })}</span>}
      {standing === 'missed' && <span>{t('plan.fell')}</span>}
      {contested.amount > 0 && (
        <span>{t('plan.contested', { amount: formatMoney(asMoney(contested), language) })}</span>
      )}
      {mayWrite && (
        <span className="flex flex-wrap gap-x-3">
          <TextButton onPress={() => setAsked('confirm')}>
            {confirmedOn === null ? t('confirmation.act') : t('confirmation.again')}
          </TextButton>
          <TextButton onPress={() => setAsked('replace')}>{t('plan.replace')}</TextButton>
          <TextButton onPress={() => setAsked('end')}>{t('plan.end')}</TextButton>
        </span>
      )}
      <ReasonDialog
        isOpen={asked === 'end'}
        title={t('plan.end')}
        explanation={t('plan.endExplain')}
        label={t('because')}
        placeholder={t('notePlaceholder')}
        save={t('plan.end')}
        onClose={close}
        onSave={end}
      />
      <ConfirmationDialog isOpen={asked === 'confirm'} plan={id} onClose={close} />
      <PlanDialog
        isOpen={asked === 'replace'}
        replaces
        customer={plan.customer}
        currency={contested.currency}
        items={items}
        onClose={close}
        onAgreed={onReplaced}
      />
    </li>
  )
}

function Instalment({ instalment }: { readonly instalment: Plan['instalments'][number] }) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const { dueOn, amount, state } = instalment
  return (
    <li className="flex flex-wrap gap-x-2 tabular-nums">
      <span>{formatDate(asDate(dueOn), language)}</span>
      {state !== 'due' && (
        <span className={state === 'missed' ? 'font-medium text-danger' : 'text-ink3'}>
          {t(`plan.instalment.${state}`)}
        </span>
      )}
      <span className="ml-auto text-ink">{formatMoney(asMoney(amount), language)}</span>
    </li>
  )
}
