import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { readTimeOfDay, writeTimeOfDay } from './setting-values.ts'
import { useSaveRules } from './use-save-rules.ts'

export interface TimeRuleProps {
  readonly name: 'departureMinute' | 'sendingFromMinute' | 'sendingToMinute' | 'forewarningMinute'
}

/** A time of the day among the house's rules, saved alone. */
export function TimeRule({ name }: TimeRuleProps) {
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
