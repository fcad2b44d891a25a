import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { NothingLeaves } from '../../people/NothingLeaves.tsx'
import { Button } from '../../ui/Button.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { isStepDone, stepAfter, type WelcomeStep, welcomeSteps } from './welcome-steps.ts'

export interface StepFrameProps {
  readonly step: WelcomeStep
  readonly children: ReactNode
  /** The step has a filled button of its own: then « Continuer » is not one. */
  readonly hasOwnPrimary?: boolean
  /** What is kept by going on, when that answers the step: its words and its act, done before. */
  readonly keeps?: { readonly label: string; readonly keep: () => Promise<unknown> } | undefined
}

/** One step: its question, its content, on or past it. Each says that nothing leaves before an approval. */
export function StepFrame({ step, children, hasOwnPrimary = false, keeps }: StepFrameProps) {
  const { t } = useTranslation('people')
  const { checklist } = useSession()
  const goOn = useGoOn(step)
  const isDone = isStepDone(step, checklist)
  const isLast = stepAfter(step) === null
  return (
    <div className="grid gap-4">
      <Stepper
        steps={[t('steps.company'), ...welcomeSteps.map((name) => t(`steps.${name}.short`))]}
        current={welcomeSteps.indexOf(step) + 1}
        skipped={welcomeSteps.flatMap((name, place) => (isStepDone(name, checklist) ? [] : [place + 1]))}
      />
      <div>
        <h1 className="pb-1 text-title">{t(`steps.${step}.title`)}</h1>
        <p className="text-body text-ink2">{t(`steps.${step}.lead`)}</p>
      </div>
      {children}
      <footer className="flex flex-wrap items-center justify-between gap-3">
        <NothingLeaves />
        <div className="flex flex-wrap gap-2.5">
          <Button onPress={goOn} variant={(isDone || isLast) && !hasOwnPrimary ? 'primary' : 'secondary'}>
            {t(isLast ? 'steps.finish' : isDone ? 'steps.continue' : 'steps.skip')}
          </Button>
          {keeps && !isDone && (
            <Button variant="primary" onPress={() => void keeps.keep().then(goOn)}>
              {keeps.label}
            </Button>
          )}
        </div>
      </footer>
    </div>
  )
}

/** To the next step, and to the day after the last one. */
export function useGoOn(step: WelcomeStep): () => void {
  const navigate = useNavigate()
  const next = stepAfter(step)
  return () =>
    void (next === null ? navigate({ to: paths.tasks }) : navigate({ to: paths.welcome, search: { etape: next } }))
}
