import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { ScenarioOrigin } from '../ScenarioOrigin.tsx'
import { followedQuery, scenariosQuery } from '../scenario-api.ts'
import { useScenarioName } from '../use-scenario-name.ts'
import { chooseForInvoice } from './rules-api.ts'

/** Which scenario an invoice follows, where it comes from, and the way to give it another. */
export function InvoiceScenario({ id }: { readonly id: number }) {
  const { t } = useTranslation('scenarios')
  const [isOpen, setOpen] = useState(false)
  const mayWrite = useMayWrite('business')
  return (
    <div className="pt-1">
      <ScenarioOrigin of="invoice" id={id} />
      {mayWrite && (
        <TextButton className="text-small" onPress={() => setOpen(true)}>
          {t('invoice.change')}
        </TextButton>
      )}
      {isOpen && <Choice id={id} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Choice({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { t } = useTranslation('scenarios')
  const { t: dunning } = useTranslation('dunning')
  const act = useAct()
  const nameOf = useScenarioName()
  const { data: scenarios = [] } = useQuery(scenariosQuery)
  const { data: followed } = useQuery(followedQuery('invoice', id))
  const own = followed?.from === 'invoice' ? followed.scenario.id : null
  const [chosen, setChosen] = useState<string | null>(null)
  const value = chosen ?? (own === null ? 'customer' : String(own))
  const scenarioId = value === 'customer' ? null : Number(value)
  const save = () =>
    void act({
      work: () => chooseForInvoice(id, scenarioId),
      done: ({ scenario }) => t('invoice.done', { name: nameOf(scenario) }),
      undo: () => chooseForInvoice(id, own),
    }).then((done) => done && onClose())
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('invoice.title')}
      footer={
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            onPress={save}
            disabledReason={scenarioId === own ? dunning('scenario.nothing') : undefined}
          >
            {t('invoice.save')}
          </Button>
        </div>
      }
    >
      <p className="pb-3 text-small text-ink2">{t('invoice.note')}</p>
      <RadioCards
        label={t('invoice.title')}
        labelHidden
        value={value}
        onChange={setChosen}
        options={[
          { value: 'customer', title: t('invoice.asCustomer'), note: t('invoice.asCustomerNote') },
          ...scenarios.map((one) => ({ value: String(one.id), title: nameOf(one) })),
        ]}
      />
    </Dialog>
  )
}
