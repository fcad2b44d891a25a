import { useTranslation } from 'react-i18next'
import { Confidence, StatusPill } from '../ui/Pill.tsx'
import type { Proposal } from './api.ts'

export type Sure = Proposal['confidence']

const levels = { almostCertain: 'high', probable: 'medium', toCheck: 'low', toSearch: 'none' } as const
const tones = { almostCertain: 'paid', probable: 'promise', toCheck: 'warn', toSearch: 'neutral' } as const

/** Quasi certain, Probable, À vérifier, À chercher: bars and the word. */
export function ConfidenceMark({ of }: { readonly of: Sure }) {
  const { t } = useTranslation('reconciliation')
  return <Confidence level={levels[of]}>{t(`confidence.${of}`)}</Confidence>
}

/** The same as a pill, before the title of a proposal. */
export function ConfidencePill({ of }: { readonly of: Sure }) {
  const { t } = useTranslation('reconciliation')
  return <StatusPill tone={tones[of]}>{t(`confidence.${of}`)}</StatusPill>
}
