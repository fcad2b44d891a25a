import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { ReadError } from '../app/ReadError.tsx'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { TextLink } from '../ui/ButtonLink.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Dispute, disputeQuery, reopenDispute, resolveDispute, undoReopening, undoResolution } from './api.ts'
import { ContestedItems } from './ContestedItems.tsx'
import { DisputeCourse } from './DisputeCourse.tsx'
import { DisputeDocuments } from './DisputeDocuments.tsx'
import { ResolveDisputeDialog } from './ResolveDisputeDialog.tsx'
import { SteerDispute } from './SteerDispute.tsx'
import { useDisputeName } from './use-dispute-name.ts'

export interface DisputeDrawerProps {
  readonly id: number
  readonly onClose: () => void
}

/** The course of one dispute: whose turn it is, what was said, its documents, and how it ends. */
export function DisputeDrawer({ id, onClose }: DisputeDrawerProps) {
  const { t } = useTranslation('disputes')
  const nameOf = useDisputeName()
  const { data, error, refetch } = useQuery(disputeQuery(id))
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={data ? t('drawer', { reason: nameOf(data), customer: data.customer.name }) : t('heading')}
      footer={data && <Ways dispute={data} />}
    >
      {error ? (
        <ReadError what={t('what')} error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Course dispute={data} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Drawer>
  )
}

function Course({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation('disputes')
  const language = useLanguage()
  const day = (text: string) => formatDate(asDate(text), language)
  const { resolvedOn, outcome, note, openedOn, told, resolution, linked } = dispute
  const mayWrite = useMayWrite('business')
  return (
    <div className="grid gap-4 text-body text-ink2">
      <div className="grid justify-items-start gap-1.5">
        {resolvedOn ? (
          <StatusPill tone="paid">{t(`outcome.${outcome ?? 'agreed'}`)}</StatusPill>
        ) : (
          <StatusPill tone="dispute">{t(`turn.${dispute.turn}`)}</StatusPill>
        )}
        <span>
          {t('since', { date: day(openedOn) })}
          {resolvedOn && ` · ${t('resolvedOn', { date: day(resolvedOn) })}`}
        </span>
        {note && <p className="break-words">{t('said', { note })}</p>}
        {resolution && <p className="break-words">{resolution}</p>}
        {told && <p className="break-words">{t('toldCustomer', { told })}</p>}
        {linked && <TextLink link={{ to: paths.invoice, params: { id: String(linked.id) } }}>{linked.number}</TextLink>}
      </div>
      <ContestedItems dispute={dispute} maySteer={resolvedOn === null && dispute.mayResolve && mayWrite} />
      {resolvedOn === null && dispute.mayResolve && mayWrite && <SteerDispute dispute={dispute} />}
      <DisputeDocuments dispute={dispute} />
      <DisputeCourse dispute={dispute} />
    </div>
  )
}

/** How it ends, or begins again. */
function Ways({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation('disputes')
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const [isAsked, setAsked] = useState(false)
  const { id, resolvedOn, mayResolve } = dispute
  const disabledReason = !mayWrite ? t('noRight') : mayResolve ? undefined : t('commentOnly')
  return resolvedOn === null ? (
    <>
      <Button variant="primary" disabledReason={disabledReason} onPress={() => setAsked(true)}>
        {t('resolve')}
      </Button>
      <ResolveDisputeDialog
        isOpen={isAsked}
        dispute={dispute}
        onClose={() => setAsked(false)}
        onResolve={(resolution) => {
          setAsked(false)
          void act({
            work: () => resolveDispute(id, resolution),
            done: () => t('resolved'),
            undo: () => undoResolution(id),
          })
        }}
      />
    </>
  ) : (
    <>
      <Button disabledReason={disabledReason} onPress={() => setAsked(true)}>
        {t('reopen')}
      </Button>
      <ReasonDialog
        isOpen={isAsked}
        title={t('reopen')}
        explanation={t('reopenExplain')}
        label={t('because')}
        placeholder={t('notePlaceholder')}
        save={t('reopen')}
        onClose={() => setAsked(false)}
        onSave={(because) => {
          setAsked(false)
          void act({ work: () => reopenDispute(id, because), done: () => t('reopened'), undo: () => undoReopening(id) })
        }}
      />
    </>
  )
}
