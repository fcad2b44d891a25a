import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { readCount, readTimeOfDay, writeTimeOfDay } from './setting-values.ts'
import { useSaveRules } from './use-save-rules.ts'

const counts = {
  minimumDaysBetweenContacts: { least: 0, most: 60 },
  promiseGraceDays: { least: 0, most: 30 },
  callTries: { least: 1, most: 10 },
  callAgainDays: { least: 1, most: 20 },
  paymentSearchDays: { least: 1, most: 20 },
  instalmentGraceDays: { least: 0, most: 30 },
  recallMinutes: { least: 0, most: 120 },
  messagesPerHour: { least: 1, most: 1_000_000 },
} as const
type Count = keyof typeof counts
type Time = 'departureMinute' | 'sendingFromMinute' | 'sendingToMinute' | 'forewarningMinute'

/** A whole number of the house's rules, saved alone. */
export function CountRule({ name }: { readonly name: Count }) {
  const { t } = useTranslation('settings')
  const value = String(useSession().organization[name])
  const refusal = t('rules.unknownCount', counts[name])
  return <TypedRule name={name} value={value} read={(typed) => readCount(typed, counts[name])} refusal={refusal} />
}

/** A time of the day among the house's rules, saved alone. */
export function TimeRule({ name }: { readonly name: Time }) {
  const { t } = useTranslation('settings')
  const value = writeTimeOfDay(useSession().organization[name])
  return <TypedRule name={name} value={value} read={readTimeOfDay} refusal={t('rules.unknownTime')} />
}

interface TypedRuleProps {
  readonly name: Count | Time
  readonly value: string
  /** Undefined: it does not read. */
  readonly read: (typed: string) => number | undefined
  readonly refusal: string
}

function TypedRule({ name, value, read, refusal }: TypedRuleProps) {
  const { t } = useTranslation('settings')
  const save = useSaveRules()
  return (
    <InlineEdit
      label={t(`rules.${name}`)}
      value={value}
      description={t(`rules.${name}Note`)}
      isDisabled={!useMayWrite('settings')}
      inputMode="numeric"
      save={async (typed) => {
        const number = read(typed)
        if (number === undefined) throw new Error(refusal)
        await save({ [name]: number })
      }}
    />
  )
}
