import { useTranslation } from 'react-i18next'
import { StatusPill } from '../ui/Pill.tsx'
import type { OpenItem } from './api.ts'

const tones = { writtenOff: 'neutral', handedOver: 'neutral', insolvency: 'warn' } as const

/** What ended the chase of a due line: given up, handed over, or a procedure of its customer. */
export function EndPill({ end }: { readonly end: NonNullable<OpenItem['end']> }) {
  const { t } = useTranslation('law')
  return <StatusPill tone={tones[end]}>{t(`end.${end}`)}</StatusPill>
}
