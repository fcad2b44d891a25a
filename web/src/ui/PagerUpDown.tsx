import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'

export interface PagerUpDownProps {
  /** From 1. */
  readonly position: number
  readonly count: number
  readonly onMove: (to: 'previous' | 'next') => void
  /** The words « 3 sur 37 » are left out in narrow headers. */
  readonly isCompact?: boolean
}

/** Moves through the list one came from: « 3 sur 37 », K up, J down. */
export function PagerUpDown({ position, count, onMove, isCompact = false }: PagerUpDownProps) {
  const { t } = useTranslation('ui')
  const size = 'small' as const
  return (
    <div className="flex items-center gap-1.5">
      {!isCompact && <span className="figures text-body text-ink3">{t('pager.position', { position, count })}</span>}
      <IconButton
        icon={IconChevronUp}
        label={t('pager.previous')}
        hotkey="k"
        size={size}
        variant={isCompact ? 'quiet' : 'secondary'}
        isDisabled={position <= 1}
        onPress={() => onMove('previous')}
      />
      <IconButton
        icon={IconChevronDown}
        label={t('pager.next')}
        hotkey="j"
        size={size}
        variant={isCompact ? 'quiet' : 'secondary'}
        isDisabled={position >= count}
        onPress={() => onMove('next')}
      />
    </div>
  )
}
