import { useTranslation } from 'react-i18next'
import { StatusPill } from '../ui/Pill.tsx'
import type { Tone as Family } from '../ui/tones.ts'
import type { Tone } from './api.ts'

const families: Readonly<Record<Tone, Family>> = {
  courtesy: 'paid',
  friendly: 'accent',
  neutral: 'neutral',
  firm: 'warn',
  formalNotice: 'danger',
}

/** The tone of a message in a word, on its tint. */
export function DunningTone({ tone }: { readonly tone: Tone }) {
  const { t } = useTranslation('dunning')
  return <StatusPill tone={families[tone]}>{t(`tone.${tone}`)}</StatusPill>
}
