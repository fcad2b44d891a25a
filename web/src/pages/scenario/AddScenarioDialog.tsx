import { presets } from '@quittance/core/dunning/default-scenarios.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { addScenario, type Scenario } from '../../dunning/scenario-api.ts'
import { Dialog } from '../../ui/Drawer.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { presetWords } from './preset-words.ts'
import { NameForm } from './ScenarioHeader.tsx'

export interface AddScenarioDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

type Preset = NonNullable<Scenario['preset']>

/** A scenario of one's own, begun on one of the house; nobody follows it until it is chosen somewhere. */
export function AddScenarioDialog({ isOpen, onClose }: AddScenarioDialogProps) {
  const { t } = useTranslation('scenarios')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('add.title')}>
      <AddForm onDone={onClose} />
    </Dialog>
  )
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('scenarios')
  const act = useAct()
  const navigate = useNavigate()
  const language = useLanguage()
  const [preset, setPreset] = useState<Preset>('standard')
  const add = (name: string) =>
    act({
      work: async () => {
        const { id } = await addScenario(name, preset)
        onDone()
        void navigate({ to: paths.scenario, params: { id: String(id) } })
      },
      done: () => t('add.done', { name }),
    })
  return (
    <NameForm name="" label={t('add.do')} onDone={(name) => void add(name)}>
      <RadioCards
        label={t('add.from')}
        value={preset}
        onChange={setPreset}
        options={presets.map((value) => ({ value, ...presetWords(value, language) }))}
      />
      <p className="text-small text-ink3">{t('add.note')}</p>
    </NameForm>
  )
}
