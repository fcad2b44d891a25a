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
import { CountRule } from './TypedRule.tsx'
import { useSaveRules } from './use-save-rules.ts'

const amounts = ['toleranceAmount', 'differenceAmount'] as const

/** How often a customer is contacted, what is too small to write for, which days are off. Each field saves alone. */
export function SendingRules() {
  const { t } = useTranslation('settings')
  const { organization } = useSession()
  const mayWrite = useMayWrite('settings')
  return (
    <Card padded label={t('rules.title')} className="grid gap-4 py-4">
      <SectionTitle>{t('rules.title')}</SectionTitle>
      <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-2">
        <div className="md:col-span-2">
          <CountRule name="minimumDaysBetweenContacts" />
        </div>
        <CountRule name="promiseGraceDays" />
        <CountRule name="instalmentGraceDays" />
        <CountRule name="callTries" />
        <CountRule name="callAgainDays" />
        <CountRule name="paymentSearchDays" />
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
