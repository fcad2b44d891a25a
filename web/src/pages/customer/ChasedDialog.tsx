import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '../../app/api.ts'
import { useAct } from '../../app/use-act.ts'
import type { Customer } from '../../customers/api.ts'
import { scenariosQuery } from '../../dunning/scenario-api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { useStepWords } from './use-step-words.ts'

export interface ChasedDialogProps {
  readonly customer: Customer
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** « Déjà relancé jusqu'à… »: the steps a customer went through before Quittance, said once. */
export function ChasedDialog({ customer, isOpen, onClose }: ChasedDialogProps) {
  const { t } = useTranslation('customers')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('chased.title')}>
      <ChasedForm customer={customer} onDone={onClose} />
    </Dialog>
  )
}

const none = '-'

function ChasedForm({ customer, onDone }: { readonly customer: Customer; readonly onDone: () => void }) {
  const { t } = useTranslation('customers')
  const act = useAct()
  const stepWords = useStepWords()
  const [stepKey, setStepKey] = useState<string | null>(null)
  const scenarios = useQuery(scenariosQuery).data ?? []
  const steps = (scenarios.find(({ id }) => id === customer.scenario.id)?.steps ?? []).filter(
    (step) => step.isActive && step.delayDays >= 0,
  )
  const declare = async (upTo: string | null) =>
    answered(
      await api.PUT('/api/v1/customers/{id}/chased-up-to', {
        params: { path: { id: customer.id } },
        body: { stepKey: upTo },
      }),
    )
  const save = () => {
    onDone()
    void act({
      work: () => declare(stepKey === none ? null : stepKey),
      done: ({ items }) => (stepKey === none ? t('chased.cleared') : t('chased.done', { count: items })),
      undo: stepKey === none ? undefined : () => declare(null),
    })
  }
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{t('chased.explain')}</p>
      <Select
        label={t('chased.step')}
        value={stepKey}
        onChange={setStepKey}
        options={[
          ...steps.map((step) => ({ value: step.key, label: stepWords(step) })),
          { value: none, label: t('chased.none') },
        ]}
        description={steps.length === 0 ? t('chased.noSteps') : t('chased.final')}
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={stepKey === null ? t('chased.needs') : undefined}
          onPress={save}
        >
          {t('chased.save')}
        </Button>
      </div>
    </div>
  )
}
