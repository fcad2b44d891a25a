import type { Session } from '../../app/session.ts'

/** The steps after the first account, by their name in the address. */
export const welcomeSteps = ['factures', 'rythme', 'envoi', 'equipe'] as const
export type WelcomeStep = (typeof welcomeSteps)[number]

const isStep = (text: unknown): text is WelcomeStep => (welcomeSteps as readonly unknown[]).includes(text)

export interface WelcomeSearch {
  readonly etape?: WelcomeStep
}

export const readWelcomeSearch = ({ etape }: Record<string, unknown>): WelcomeSearch => (isStep(etape) ? { etape } : {})

const doneBy = { factures: 'invoices', rythme: 'scenario', envoi: 'sender', equipe: 'colleague' } as const

export const isStepDone = (step: WelcomeStep, checklist: Session['checklist']): boolean => checklist[doneBy[step]]

/** The step asked for, else the first one that is not done; null when all are. */
export const currentStep = (asked: WelcomeStep | undefined, checklist: Session['checklist']): WelcomeStep | null =>
  asked ?? welcomeSteps.find((step) => !isStepDone(step, checklist)) ?? null

/** The step after this one; null after the last. */
export const stepAfter = (step: WelcomeStep): WelcomeStep | null => welcomeSteps[welcomeSteps.indexOf(step) + 1] ?? null
