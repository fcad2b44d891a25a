import { useTranslation } from 'react-i18next'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { CountRule, TimeRule } from './TypedRule.tsx'

const times = ['departureMinute', 'sendingFromMinute', 'sendingToMinute'] as const

/** When in the day messages leave, how long they can be taken back, and how many an hour. Each field saves alone. */
export function SendingHours() {
  const { t } = useTranslation('settings')
  return (
    <Card padded label={t('hours.title')} className="grid gap-4 py-4">
      <SectionTitle>{t('hours.title')}</SectionTitle>
      <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-3">
        {times.map((name) => (
          <TimeRule key={name} name={name} />
        ))}
        <CountRule name="recallMinutes" />
        <CountRule name="messagesPerHour" />
      </div>
    </Card>
  )
}
