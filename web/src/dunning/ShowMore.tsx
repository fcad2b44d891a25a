import { useTranslation } from 'react-i18next'
import { TextButton } from '../ui/TextButton.tsx'

export interface ShowMoreProps {
  /** Absent once all are there. */
  readonly onPress: (() => void) | undefined
  /** How many are not there yet. */
  readonly count: number
}

/** The way to those of a long list that are not there yet. */
export function ShowMore({ onPress, count }: ShowMoreProps) {
  const { t } = useTranslation('dunning')
  if (onPress === undefined) return null
  return (
    <p className="px-4 py-2 text-small">
      <TextButton onPress={onPress}>{t('showMore', { count })}</TextButton>
    </p>
  )
}
