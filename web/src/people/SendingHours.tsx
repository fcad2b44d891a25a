import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { CountRule } from './CountRule.tsx'
import { readTimeOfDay, writeTimeOfDay } from './setting-values.ts'
import { useSaveRules } from './use-save-rules.ts'

const times = ['departureMinute', 'sendingFromMinute', 'sendingToMinute'] as const

/** When in the day messages leave, and how many an hour. Each field saves alone. */
export function SendingHours() {
  const { t } = useTranslation('settings')
  return (
    <Card padded label={t('hours.title')} className="grid gap-4 py-4">
      <SectionTitle>{t('hours.title')}</SectionTitle>
      <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-3">
        {times.map((name) => (
          <TimeRule key={name} name={name} />
        ))}
      </div>
      <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-3">
        <CountRule name="messagesPerHour" />
      </div>
    </Card>
  )
}

function TimeRule({ name }: { readonly name: (typeof times)[number] }) {
  const { t } = useTranslation('settings')
  const { organization } = useSession()
  const save = useSaveRules()
  return (
    <InlineEdit
      label={t(`rules.${name}`)}
      value={writeTimeOfDay(organization[name])}
      description={t(`rules.${name}Note`)}
      isDisabled={!useMayWrite('settings')}
      inputMode="numeric"
      save={async (typed) => {
        const minute = readTimeOfDay(typed)
        if (minute === undefined) throw new Error(t('rules.unknownTime'))
        await save({ [name]: minute })
      }}
    />
  )
}
