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
  readonly clients: Readonly<Record<'sooner' | 'later' | 'added' | 'dropped', number>> | null
  readonly changed: readonly ChangedContact[]
  /** Said after « Avec vos modifications : … ». */
  readonly premise: string
}

/** « Avec vos modifications : 4 e-mails de plus », for how many customers, and for whom. */
export function DraftDifference({ before, after, clients, changed, premise }: DraftDifferenceProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const [isOpen, setOpen] = useState(false)
  const parts = (['emails', 'calls', 'letters'] as const)
    .map((kind) => ({ kind, by: after[kind] - before[kind] }))
    .filter(({ by }) => by !== 0)
    .map(({ kind, by }) =>
      t(by > 0 ? 'simulation.more' : 'simulation.fewer', {
        what: t(`simulation.${kind}Count`, { count: Math.abs(by) }),
      }),
    )
  const moved = (['sooner', 'later', 'added', 'dropped'] as const)
    .filter((how) => (clients?.[how] ?? 0) > 0)
    .map((how) => t(`change.${how}`, { count: clients?.[how] ?? 0 }))
  return (
    <Note look="accent" icon={<Glyph icon={IconArrowsDiff} className="text-accent" />}>
      {parts.length === 0 ? own('difference.same') : own('difference.changed', { what: parts.join(', '), premise })}
      {moved.length > 0 && (
        <p className="pt-1">
          {moved.join(', ')}
          {'. '}
          <TextButton onPress={() => setOpen(true)}>{own('difference.whom')}</TextButton>
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
