import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Aside, type HeldCustomer, messageQuery, type ReminderMessage } from '../../dunning/api.ts'
import { WhyDialog } from '../../dunning/DecisionList.tsx'
import { HeldPanel } from '../../dunning/HeldPanel.tsx'
import { MessageActs } from '../../dunning/MessageActs.tsx'
import { MessageEditor } from '../../dunning/MessageEditor.tsx'
import { MessagePanel } from '../../dunning/MessagePanel.tsx'
import { SendAnywayDialog } from '../../dunning/SendAnywayDialog.tsx'
import { SetAsideDialog } from '../../dunning/SetAsideDialog.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { OpenRow } from './use-open-row.ts'
import { usePrepareAnyway } from './use-prepare-anyway.ts'
import { useReminderActs } from './use-reminder-acts.ts'

export interface ReadyPanelProps {
  readonly open: OpenRow | undefined
  /** The message below the open one: read ahead, so that J and X can follow each other at once. */
  readonly next: number | undefined
  /** A mail before departure asked to put this one aside: asks until when, and why. */
  readonly asked: Pick<ReminderMessage, 'id' | 'customer'> | null
  readonly onKeep: (id: number) => void
  readonly onClose: () => void
  readonly onSetAside: (id: number, aside?: Aside) => void
}

/** Beside the list: the exact message, or why there is none. */
export function ReadyPanel({ open, next, asked, onKeep, onClose, onSetAside }: ReadyPanelProps) {
  const { t } = useTranslation('dunning')
  const client = useQueryClient()
  useEffect(() => {
    if (next !== undefined) void client.prefetchQuery(messageQuery(next))
  }, [client, next])
  const acts = useReminderActs()
  const prepareAnyway = usePrepareAnyway()
  const [editing, setEditing] = useState<ReminderMessage | null>(null)
  const [asking, setAsking] = useState<Pick<ReminderMessage, 'id' | 'customer'> | null>(null)
  const [stopping, setStopping] = useState<ReminderMessage | null>(null)
  const [why, setWhy] = useState<ReminderMessage['customer'] | null>(null)
  const [anyway, setAnyway] = useState<HeldCustomer | null>(null)

  return (
    <>
      <SidePanel label={t('message.panel')} isOpen={open !== undefined} onClose={onClose}>
        {open === undefined ? (
          <EmptyState title={t('message.choose')} />
        ) : open.kind === 'held' ? (
          <HeldPanel held={open.held} onSendAnyway={setAnyway} onTakeBack={(id) => void acts.takeBack(id)} />
        ) : editing?.id === open.key ? (
          <MessageEditor
            key={editing.edited?.at ?? ''}
            message={editing}
            onCancel={() => setEditing(null)}
            onOther={setEditing}
            onSave={async (text, seenEdit) => {
              const { isKept, refusal } = await acts.write(editing.id, text, seenEdit)
              if (isKept) setEditing(null)
              return refusal
            }}
          />
        ) : (
          <MessagePanel
            key={open.key}
            id={open.key}
            onWhy={({ customer }) => setWhy(customer)}
            acts={(message) => (
              <MessageActs
                message={message}
                onEdit={() => setEditing(message)}
                onSetAside={() => onSetAside(message.id)}
                onSetAsideUntil={() => setAsking(message)}
                onStop={() => void acts.stop([{ id: message.id, state: message.state }])}
                onStopWhy={() => setStopping(message)}
                onWhy={() => setWhy(message.customer)}
              />
            )}
          />
        )}
      </SidePanel>
      <WhyDialog customer={why} onClose={() => setWhy(null)} />
      <SetAsideDialog
        message={asking ?? asked}
        onClose={() => {
          setAsking(null)
          if (asked) onKeep(asked.id)
        }}
        onSetAside={(id, aside) => {
          setAsking(null)
          onSetAside(id, aside)
        }}
      />
      <ReasonDialog
        isOpen={stopping !== null}
        title={t('stop.title', { name: stopping?.customer.name ?? '' })}
        explanation={t('stop.explain')}
        label={t('aside.reason')}
        placeholder={t('aside.reasonHint')}
        save={t('act.stop')}
        onClose={() => setStopping(null)}
        onSave={(reason) => {
          if (stopping) void acts.stop([{ id: stopping.id, state: stopping.state }], reason)
          setStopping(null)
        }}
      />
      <SendAnywayDialog
        held={anyway}
        onClose={() => setAnyway(null)}
        onPrepare={(held, tone) => {
          setAnyway(null)
          prepareAnyway(held, tone)
        }}
      />
    </>
  )
}
