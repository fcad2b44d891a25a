import { IconArrowsDiff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../../ui/Card.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { ChangedDrawer } from './ChangedDrawer.tsx'
import type { ChangedContact, ContactCounts } from './simulation-api.ts'

export interface DraftDifferenceProps {
  readonly before: ContactCounts
  readonly after: ContactCounts
  /** In customers, by the first contact that differs. */
  readonly clients: Readonly<Record<ChangedContact['how'], number>> | null
  readonly changed: readonly ChangedContact[]
  /** Said after « Avec vos modifications : … ». */
  readonly premise: string
}

const kinds = ['emails', 'texts', 'calls', 'letters', 'decisions'] as const
const hows = ['sooner', 'later', 'added', 'dropped', 'otherwise'] as const

/** « Avec vos modifications : 4 e-mails de plus », for how many customers, and for whom. */
export function DraftDifference({ before, after, clients, changed, premise }: DraftDifferenceProps) {
  const { t } = useTranslation('scenarios')
  const [isOpen, setOpen] = useState(false)
  const parts = kinds
    .map((kind) => ({ kind, by: after[kind] - before[kind] }))
    .filter(({ by }) => by !== 0)
    .map(({ kind, by }) => t(`difference.${by > 0 ? 'more' : 'fewer'}.${kind}`, { count: Math.abs(by) }))
  const moved = hows
    .map((how) => ({ how, count: clients?.[how] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ how, count }) => t(`difference.clients.${how}`, { count }))
  return (
    <Note look="accent" icon={<Glyph icon={IconArrowsDiff} className="text-accent" />}>
      {parts.length > 0
        ? t('difference.changed', { what: parts.join(', '), premise })
        : t(moved.length > 0 ? 'difference.asMany' : 'difference.same', { premise })}
      {moved.length > 0 && (
        <p className="pt-1">
          {moved.join(', ')}
          {'. '}
          <TextButton onPress={() => setOpen(true)}>{t('difference.whom')}</TextButton>
        </p>
      )}
      <ChangedDrawer
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        changed={changed}
        total={moved.length === 0 ? 0 : Object.values(clients ?? {}).reduce((sum, one) => sum + one, 0)}
      />
    </Note>
  )
}
