import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { readCount } from './setting-values.ts'
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

/** A whole number of the house's rules, saved alone. */
export function CountRule({ name }: { readonly name: keyof typeof counts }) {
  const { t } = useTranslation('settings')
  const { organization } = useSession()
  const save = useSaveRules()
  return (
    <InlineEdit
      label={t(`rules.${name}`)}
      value={String(organization[name])}
      description={t(`rules.${name}Note`)}
      isDisabled={!useMayWrite('settings')}
      inputMode="numeric"
      save={async (typed) => {
        const number = readCount(typed, counts[name])
        if (number === undefined) throw new Error(t('rules.unknownCount', counts[name]))
        await save({ [name]: number })
      }}
    />
  )
}
