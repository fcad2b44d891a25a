import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../customers/api.ts'
import { WhyDialog } from '../../dunning/DecisionList.tsx'
import { NextStep } from '../../invoices/NextStep.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** What comes next with this customer, in a sentence; « Pourquoi ? » opens the decisions day by day. */
export function NextCard({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const { next, lastContactOn } = customer
  return (
    <Card padded label={t('next.title')}>
      <SectionTitle end={<TextButton onPress={() => setAsking(true)}>{t('act.why')}</TextButton>}>
        {t('next.title')}
      </SectionTitle>
      {next ? (
        <div className="pt-2 text-body">
          <NextStep step={next} />
          <p className="pt-1 text-small text-ink2">{next.sentence}</p>
        </div>
      ) : (
        <p className="pt-2 text-small text-ink2">{t('next.none')}</p>
      )}
      {lastContactOn && (
        <p className="figures pt-1 text-small text-ink3">
          {t('next.lastContact', { date: formatDate(asDate(lastContactOn), language) })}
        </p>
      )}
      <WhyDialog customer={isAsking ? customer : null} onClose={() => setAsking(false)} />
    </Card>
  )
}
