import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { DisputeReason } from '@quittance/core/disputes/dispute-reason.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { subtract } from '@quittance/core/money/money.ts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../../app/wire.ts'
import { DisputeDrawer } from '../../disputes/DisputeDrawer.tsx'
import { useDisputeName } from '../../disputes/use-dispute-name.ts'
import { InvoiceScenario } from '../../dunning/rules/InvoiceScenario.tsx'
import type { Invoice } from '../../invoices/api.ts'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { SourceFacts } from './SourceFacts.tsx'

/** « Pourquoi rien ne part » or « Prochaine relance… », and the disputes behind it. */
export function WhyCard({ invoice }: { readonly invoice: Invoice }) {
  return (
    <Card padded label={invoice.why.title}>
      <SectionTitle>{invoice.why.title}</SectionTitle>
      <p className="pt-1.5 text-small text-ink2">{invoice.why.sentence}</p>
      {invoice.kind !== 'creditNote' && <InvoiceScenario id={invoice.id} />}
      <SourceFacts invoice={invoice} />
      <ContestedPart items={invoice.items} />
      {invoice.disputes.map((dispute) => (
        <DisputeFact key={dispute.id} dispute={dispute} />
      ))}
    </Card>
  )
}

/** How much is contested where it is not all, and what is still asked for. */
function ContestedPart({ items }: { readonly items: Invoice['items'] }) {
  const { t } = useTranslation('disputes')
  const language = useLanguage()
  return items.map(({ id, amountDue, disputedPart }) => {
    if (disputedPart === null) return null
    const part = asMoney(disputedPart)
    const rest = formatMoney(subtract(asMoney(amountDue), part), language)
    return (
      <p key={id} className="pt-2 text-small text-ink2">
        {t('chasedPart', { part: formatMoney(part, language), rest })}
      </p>
    )
  })
}

function DisputeFact({ dispute }: { readonly dispute: Invoice['disputes'][number] }) {
  const { t } = useTranslation('disputes')
  const nameOf = useDisputeName()
  const language = useLanguage()
  const [isShown, setShown] = useState(false)
  const dated = dispute.resolvedOn
    ? t('resolvedOn', { date: formatDate(asDate(dispute.resolvedOn), language) })
    : t('since', { date: formatDate(asDate(dispute.openedOn), language) })
  return (
    <Facts title={t('heading')}>
      <li className="grid justify-items-start gap-1">
        <StatusPill tone={dispute.resolvedOn ? 'paid' : 'dispute'}>
          {nameOf({ ...dispute, reason: dispute.reason as DisputeReason })}
        </StatusPill>
        <span>{dated}</span>
        {dispute.note && <span className="break-words">{t('said', { note: dispute.note })}</span>}
        <TextButton onPress={() => setShown(true)}>{t('follow')}</TextButton>
      </li>
      {isShown && <DisputeDrawer id={dispute.id} onClose={() => setShown(false)} />}
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
