import type { ScenarioProblem } from '@quittance/core/dunning/validate-scenario.ts'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { countFrom, sumFrom, sumText } from './delivery-words.ts'
import type { ScenarioRules } from './scenario-api.ts'
import { TypedField } from './TypedField.tsx'

export interface ScenarioRulesEditorProps {
  readonly rules: ScenarioRules
  readonly problems: readonly ScenarioProblem[]
  readonly onChange: (rules: ScenarioRules) => void
}

/** What this scenario says otherwise than the organisation; an empty field is as the organisation says. */
export function ScenarioRulesEditor({ rules, problems, onChange }: ScenarioRulesEditorProps) {
  const { t } = useTranslation('dunning')
  const { minimumDaysBetweenContacts: spacing, tolerance, approvalAbove, repeat, everyDay, ...nothing } = rules
  const { organization } = useSession()
  const language = useLanguage()
  const symbol = symbolOf(organization.baseCurrency, language)
  const error = (field: string) => problems.find((one) => one.field === field)?.sentence
  const say = (change: { readonly [Key in keyof ScenarioRules]: ScenarioRules[Key] | null }) => {
    const all = Object.entries({ ...rules, ...change }).filter(([, value]) => value !== null && value !== undefined)
    onChange({ ...nothing, ...Object.fromEntries(all) })
  }
  const repeatWith = (change: Partial<NonNullable<ScenarioRules['repeat']>>) =>
    say({ repeat: { everyDays: 15, atMost: 3, ...repeat, ...change } })
  return (
    <section aria-label={t('ownRules.title')} className="grid gap-2 border-t border-line px-4 py-3">
      <h2 className="text-table font-regular text-ink2">{t('ownRules.title')}</h2>
      <div className="grid grid-cols-2 items-end gap-2">
        <TypedField
          label={t('ownRules.spacing')}
          value={spacing === undefined ? '' : String(spacing)}
          placeholder={String(organization.minimumDaysBetweenContacts)}
          read={countFrom}
          onRead={(minimumDaysBetweenContacts) => say({ minimumDaysBetweenContacts })}
          error={error('minimumDaysBetweenContacts')}
          refusal={t('ownRules.daysRefused')}
          end={t('steps.unit')}
        />
        <TypedField
          label={t('ownRules.tolerance')}
          value={sumText(tolerance, language)}
          placeholder={sumText(organization.toleranceAmount, language)}
          end={symbol}
          read={sumFrom}
          onRead={(sum) => say({ tolerance: sum })}
          error={error('tolerance')}
          refusal={t('delivery.sumRefused')}
        />
        <TypedField
          label={t('ownRules.approvalAbove')}
          value={sumText(approvalAbove, language)}
          end={symbol}
          read={sumFrom}
          onRead={(sum) => say({ approvalAbove: sum })}
          error={error('approvalAbove')}
          refusal={t('delivery.sumRefused')}
        />
        <TypedField
          label={t('ownRules.repeatEvery')}
          value={repeat ? String(repeat.everyDays) : ''}
          read={countFrom}
          onRead={(everyDays) => (everyDays === null ? say({ repeat: null }) : repeatWith({ everyDays }))}
          error={error('repeat')}
          refusal={t('ownRules.daysRefused')}
          end={t('steps.unit')}
        />
        {repeat && (
          <TypedField
            label={t('ownRules.repeatAtMost')}
            value={String(repeat.atMost)}
            read={countFrom}
            onRead={(atMost) => atMost !== null && repeatWith({ atMost })}
            refusal={t('ownRules.daysRefused')}
          />
        )}
      </div>
      <Checkbox isSelected={everyDay === true} onChange={(is) => say({ everyDay: is || null })}>
        {t('ownRules.everyDay')}
      </Checkbox>
      <p className="text-small text-ink3">{t('ownRules.how')}</p>
    </section>
  )
}

const symbolOf = (currency: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency
