import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { useAct } from '../../app/use-act.ts'
import { chooseDefault, type Scenario, scenariosQuery } from '../../dunning/scenario-api.ts'
import { SimulationPanel } from '../../dunning/simulation/SimulationPanel.tsx'
import { useScenarioName } from '../../dunning/use-scenario-name.ts'
import { useStepWords } from '../../dunning/use-step-words.ts'
import { markChecklist } from '../../people/api.ts'
import { Card } from '../../ui/Card.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { StepFrame } from './StepFrame.tsx'

/** Public bodies and consumers keep the scenario the law wants for them. */
const paced = ['company'] as const
const presets = ['gentle', 'standard', 'firm'] as const

/** Douce, Standard or Ferme, and at once what would leave with it. */
export function RhythmStep() {
  const { t } = useTranslation('people')
  const act = useAct()
  const nameOf = useScenarioName()
  const { data, error, refetch } = useQuery(scenariosQuery)
  const chosen = data?.find(({ defaultFor }) => defaultFor.includes('company'))
  const keep = () => act({ work: () => markChecklist({ scenario: true }), done: () => undefined })
  const reference = error instanceof ApiError ? error.reference : undefined
  return (
    <StepFrame step="rythme" keeps={chosen && { label: t('steps.rythme.keep', { name: nameOf(chosen) }), keep }}>
      {data ? (
        <Choice scenarios={data} />
      ) : (
        <Card>
          {error ? (
            <ErrorState what={t('steps.rythme.what')} onRetry={() => void refetch()} reference={reference} />
          ) : (
            <SkeletonLines lines={8} />
          )}
        </Card>
      )}
      <p className="text-small text-ink3">{t('steps.rythme.counsel')}</p>
    </StepFrame>
  )
}

function Choice({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const { t } = useTranslation('people')
  const act = useAct()
  const stepWords = useStepWords()
  const nameOf = useScenarioName()
  const chosen = scenarios.find(({ defaultFor }) => defaultFor.includes('company'))
  const offered = presets.flatMap((preset) => scenarios.find((scenario) => scenario.preset === preset) ?? [])
  const choose = (value: string) => {
    const scenario = offered.find(({ id }) => String(id) === value)
    if (!scenario) return
    void act({
      work: async () => {
        for (const category of paced) await chooseDefault(scenario.id, category)
        await markChecklist({ scenario: true })
      },
      done: () => t('steps.rythme.chosen', { name: nameOf(scenario) }),
      undo:
        chosen &&
        (async () => {
          for (const category of paced) await chooseDefault(chosen.id, category)
        }),
    })
  }
  const days = ({ steps }: Scenario) =>
    steps
      .filter(({ isActive, delayDays }) => isActive && delayDays >= 0)
      .map(({ delayDays }) => stepWords.day(delayDays))
      .join(', ')
  return (
    <>
      <RadioCards
        label={t('steps.rythme.title')}
        labelHidden
        layout="row"
        options={offered.map((scenario) => ({
          value: String(scenario.id),
          title: nameOf(scenario),
          note: (
            <>
              {scenario.preset &&
                scenario.preset !== 'publicBody' &&
                scenario.preset !== 'individual' &&
                t(`steps.rythme.${scenario.preset}`)}
              <span className="block pt-0.5">{days(scenario)}</span>
            </>
          ),
        }))}
        value={chosen ? String(chosen.id) : null}
        onChange={choose}
      />
      {chosen && (
        <Card label={t('steps.rythme.simulation')}>
          <SimulationPanel id={chosen.id} draft={null} steps={chosen.steps} />
        </Card>
      )}
    </>
  )
}
