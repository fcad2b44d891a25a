import { useTranslation } from 'react-i18next'

interface Counts {
  readonly emails: number
  readonly texts: number
  readonly calls: number
  readonly letters: number
  readonly decisions: number
}

/** « 2 e-mails et 1 appel »: the contacts of a day in words. */
export function useContactWords(): (counts: Counts) => string {
  const { t, i18n } = useTranslation('dunning')
  return (counts) => {
    const parts = (['emails', 'texts', 'calls', 'letters', 'decisions'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`simulation.${kind}Count`, { count: counts[kind] }))
    return new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(parts)
  }
}
