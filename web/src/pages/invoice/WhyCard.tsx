import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { asMoney } from '../../app/wire.ts'
import { type DisputeReason, resolveDispute } from '../../disputes/api.ts'
import { ResolveDisputeDialog } from '../../disputes/ResolveDisputeDialog.tsx'
import type { Invoice } from '../../invoices/api.ts'
import { resumePromise, withdrawPromise } from '../../promises/api.ts'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { SourceFacts } from './SourceFacts.tsx'

/** « Pourquoi rien ne part » or « Prochaine relance… », and the promises and disputes behind it. */
export function WhyCard({ invoice }: { readonly invoice: Invoice }) {
  const promises = invoice.promises.filter(({ state }) => state !== 'withdrawn')
  return (
    <Card padded label={invoice.why.title}>
      <SectionTitle>{invoice.why.title}</SectionTitle>
      <p className="pt-1.5 text-small text-ink2">{invoice.why.sentence}</p>
      <SourceFacts invoice={invoice} />
      {promises.length > 0 && <Promises promises={promises} />}
      {invoice.disputes.map((dispute) => (
        <DisputeFact key={dispute.id} dispute={dispute} />
      ))}
    </Card>
  )
}

const toneOfPromise = {
  pending: 'promise',
  kept: 'paid',
  partiallyKept: 'warn',
  broken: 'danger',
  withdrawn: 'neutral',
} as const

function Promises({ promises }: { readonly promises: Invoice['promises'] }) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const act = useAct()
  const mayWrite = useMayWrite('business')
  return (
    <Facts title={t('heading')}>
      {promises.map(({ id, state, amount, promisedFor }) => (
        <li key={id} className="grid justify-items-start gap-1">
          <StatusPill tone={toneOfPromise[state]}>{t(`state.${state}`)}</StatusPill>
          <span>
            {t('promised', {
              amount: formatMoney(asMoney(amount), language),
              date: formatDate(asDate(promisedFor), language),
            })}
          </span>
          {state === 'pending' && mayWrite && (
            <TextButton
              onPress={() =>
                void act({ work: () => withdrawPromise(id), done: () => t('withdrawn'), undo: () => resumePromise(id) })
              }
            >
              {t('withdraw')}
            </TextButton>
          )}
        </li>
      ))}
    </Facts>
  )
}

function DisputeFact({ dispute }: { readonly dispute: Invoice['disputes'][number] }) {
  const { t } = useTranslation('disputes')
  const language = useLanguage()
  const [isResolving, setResolving] = useState(false)
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const dated = dispute.resolvedOn
    ? t('resolvedOn', { date: formatDate(asDate(dispute.resolvedOn), language) })
    : t('since', { date: formatDate(asDate(dispute.openedOn), language) })
  return (
    <Facts title={t('heading')}>
      <li className="grid justify-items-start gap-1">
        <StatusPill tone={dispute.resolvedOn ? 'paid' : 'dispute'}>
          {t(`name.${dispute.reason as DisputeReason}`)}
        </StatusPill>
        <span>{dated}</span>
        {dispute.note && <span className="break-words">{t('said', { note: dispute.note })}</span>}
        {!dispute.resolvedOn && mayWrite && <TextButton onPress={() => setResolving(true)}>{t('resolve')}</TextButton>}
      </li>
      <ResolveDisputeDialog
        isOpen={isResolving}
        onClose={() => setResolving(false)}
        onResolve={(resolution) => {
          setResolving(false)
          void act({ work: () => resolveDispute(dispute.id, resolution), done: () => t('resolved') })
        }}
      />
    </Facts>
  )
}

function Facts({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="mt-3 border-t border-line pt-2.5 text-small text-ink2">
      <SectionTitle level={3} className="pb-1.5">
        {title}
      </SectionTitle>
      <ul className="grid gap-2.5">{children}</ul>
    </div>
  )
}
