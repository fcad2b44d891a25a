import { asCurrency, money } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { readAmount, writeAmount } from '../ui/form/read-amount.ts'
import { Switch } from '../ui/form/Switch.tsx'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { changeRules, type Organization } from './api.ts'
import { readCount, readTimeOfDay, writeTimeOfDay } from './setting-values.ts'
import { useSaveRules } from './use-save-rules.ts'

const times = ['departureMinute', 'sendingFromMinute', 'sendingToMinute'] as const
const counts = {
  minimumDaysBetweenContacts: { least: 0, most: 60 },
  messagesPerHour: { least: 1, most: 1_000_000 },
} as const
const amounts = ['toleranceAmount', 'differenceAmount'] as const

/** When messages leave, how often, and what is too small to write for. Each field saves alone. */
export function SendingRules() {
  const { t } = useTranslation('settings')
  const { organization } = useSession()
  const mayWrite = useMayWrite('settings')
  const save = useSaveRules()
  const time = (name: (typeof times)[number]) => (
    <InlineEdit
      key={name}
      label={t(`rules.${name}`)}
      value={writeTimeOfDay(organization[name])}
      description={t(`rules.${name}Note`)}
      isDisabled={!mayWrite}
      inputMode="numeric"
      save={async (typed) => {
        const minute = readTimeOfDay(typed)
        if (minute === undefined) throw new Error(t('rules.unknownTime'))
        await save({ [name]: minute })
      }}
    />
  )
  const count = (name: keyof typeof counts) => (
    <InlineEdit
      key={name}
      label={t(`rules.${name}`)}
      value={String(organization[name])}
      description={t(`rules.${name}Note`)}
      isDisabled={!mayWrite}
      inputMode="numeric"
      save={async (typed) => {
        const number = readCount(typed, counts[name])
        if (number === undefined) throw new Error(t('rules.unknownCount', counts[name]))
        await save({ [name]: number })
      }}
    />
  )
  return (
    <Card padded label={t('rules.title')} className="grid gap-4 py-4">
      <SectionTitle>{t('rules.title')}</SectionTitle>
      <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-3">{times.map(time)}</div>
      <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-2">
        {count('minimumDaysBetweenContacts')}
        {count('messagesPerHour')}
        {amounts.map((name) => (
          <AmountRule key={name} name={name} organization={organization} isDisabled={!mayWrite} />
        ))}
      </div>
      <Holidays organization={organization} isDisabled={!mayWrite} />
    </Card>
  )
}

interface AmountRuleProps {
  readonly name: (typeof amounts)[number]
  readonly organization: Organization
  readonly isDisabled: boolean
}

function AmountRule({ name, organization, isDisabled }: AmountRuleProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const save = useSaveRules()
  const currency = asCurrency(organization.baseCurrency)
  return (
    <InlineEdit
      label={t(`rules.${name}`)}
      value={writeAmount(money(organization[name], currency), language)}
      description={t(`rules.${name}Note`)}
      isDisabled={isDisabled}
      inputMode="decimal"
      end={currency}
      save={async (typed) => {
        const read = readAmount(typed, currency, language)
        if (!read.ok || read.amount < 0) throw new Error(t('rules.unknownAmount'))
        await save({ [name]: read.amount })
      }}
    />
  )
}

function Holidays({ organization, isDisabled }: Omit<AmountRuleProps, 'name'>) {
  const { t } = useTranslation('settings')
  const act = useAct()
  const change = (alsaceMoselle: boolean) =>
    void act({
      work: () => changeRules({ alsaceMoselle }),
      done: () => t(alsaceMoselle ? 'rules.alsaceMoselleOn' : 'rules.alsaceMoselleOff'),
      undo: () => changeRules({ alsaceMoselle: !alsaceMoselle }),
    })
  return (
    <Switch
      isOn={organization.alsaceMoselle}
      onChange={change}
      words="after"
      isDisabled={isDisabled}
      description={t('rules.alsaceMoselleNote')}
    >
      {t('rules.alsaceMoselle')}
    </Switch>
  )
}
