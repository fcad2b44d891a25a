import { customerCategories } from '@quittance/core/customers/category.ts'
import { asCurrency, type Currency, money } from '@quittance/core/money/money.ts'
import { profileName } from '@quittance/core/payers/explain-profile.ts'
import { payerProfiles } from '@quittance/core/payers/payer-profile.ts'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/session.ts'
import { peopleQuery } from '../../people/api.ts'
import { AmountInput } from '../../ui/form/AmountInput.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import type { Scenario } from '../scenario-api.ts'
import { useScenarioName } from '../use-scenario-name.ts'
import { type DraftRule, portfolioOf, problemOf, withPortfolio } from './rule-draft.ts'
import type { ScenarioRule } from './rules-api.ts'

export interface RuleCardProps {
  readonly rule: DraftRule
  /** Counts from 1, in the order the rules are tried. */
  readonly order: number
  readonly isLast: boolean
  /** Customers it takes; undefined while they are counted. */
  readonly customers: number | undefined
  readonly scenarios: readonly Scenario[]
  readonly isDisabled: boolean
  readonly onChange: (change: Partial<ScenarioRule>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One rule: for whom, which scenario, and how many customers that is. */
export function RuleCard(props: RuleCardProps) {
  const { rule, order, isLast, customers, scenarios, isDisabled, onChange, onMove, onRemove } = props
  const { t } = useTranslation('scenarios')
  const nameOf = useScenarioName()
  const problem = problemOf(rule)
  return (
    <li className="grid gap-2.5 border-b border-line px-4 py-3 last:border-b-0" aria-label={t('rules.one', { order })}>
      <div className="flex items-center gap-2">
        <span className="figures grid size-6 shrink-0 place-items-center rounded-pill bg-neutralbg text-small text-ink2">
          {order}
        </span>
        <span className="min-w-0 flex-1 text-table text-ink2">
          {customers === undefined ? t('rules.counting') : t('rules.takes', { count: customers })}
        </span>
        {!isDisabled && (
          <>
            <IconButton
              size="small"
              icon={IconArrowUp}
              label={t('rules.up')}
              isDisabled={order === 1}
              onPress={() => onMove(-1)}
            />
            <IconButton
              size="small"
              icon={IconArrowDown}
              label={t('rules.down')}
              isDisabled={isLast}
              onPress={() => onMove(1)}
            />
            <IconButton size="small" icon={IconTrash} label={t('rules.remove')} onPress={onRemove} />
          </>
        )}
      </div>
      <div className="grid grid-cols-1 gap-2.5 md:grid-cols-2 xl:grid-cols-3">
        <Conditions rule={rule} isDisabled={isDisabled} onChange={onChange} />
        <Select
          label={t('rules.follows')}
          value={String(rule.scenario)}
          isDisabled={isDisabled}
          onChange={(id) => onChange({ scenario: Number(id) })}
          options={scenarios.map((one) => ({ value: String(one.id), label: nameOf(one) }))}
        />
      </div>
      {problem && <p className="text-small text-danger">{t(`rules.${problem}`)}</p>}
    </li>
  )
}

const categories = ['any', ...customerCategories] as const

function Conditions({ rule, isDisabled, onChange }: Pick<RuleCardProps, 'rule' | 'isDisabled' | 'onChange'>) {
  const { t } = useTranslation('scenarios')
  const language = useLanguage()
  const { organization } = useSession()
  const currency = asCurrency(organization.baseCurrency)
  const people = (useQuery(peopleQuery).data ?? []).filter(({ isActive }) => isActive)
  return (
    <>
      <Select
        label={t('rules.category')}
        value={rule.category ?? 'any'}
        isDisabled={isDisabled}
        onChange={(chosen) => onChange({ category: chosen === 'any' ? null : chosen })}
        options={categories.map((value) => ({ value, label: t(`rules.categories.${value}`) }))}
      />
      <Select
        label={t('rules.profile')}
        value={rule.profile ?? 'any'}
        isDisabled={isDisabled}
        onChange={(chosen) => onChange({ profile: chosen === 'any' ? null : chosen })}
        options={[
          { value: 'any', label: t('rules.anyProfile') },
          ...payerProfiles.map((value) => ({ value, label: profileName(value, language) })),
        ]}
      />
      <Select
        label={t('rules.portfolio')}
        value={portfolioOf(rule)}
        isDisabled={isDisabled}
        onChange={(chosen) => onChange(withPortfolio(chosen))}
        options={[
          { value: 'anybody', label: t('rules.anybody') },
          ...people.map(({ id, name }) => ({ value: `salesRep ${id}`, label: t('rules.salesRep', { name }) })),
          ...people.map(({ id, name }) => ({ value: `collector ${id}`, label: t('rules.collector', { name }) })),
        ]}
      />
      <Sum
        label={t('rules.owesFrom')}
        of={rule.owesFrom}
        onChange={(owesFrom) => onChange({ owesFrom })}
        {...{ currency, isDisabled }}
      />
      <Sum
        label={t('rules.owesBelow')}
        of={rule.owesBelow}
        onChange={(owesBelow) => onChange({ owesBelow })}
        {...{ currency, isDisabled }}
      />
    </>
  )
}

interface SumProps {
  readonly label: string
  /** In the smallest unit. */
  readonly of: number | null
  readonly currency: Currency
  readonly isDisabled: boolean
  readonly onChange: (amount: number | null) => void
}

function Sum({ label, of, currency, isDisabled, onChange }: SumProps) {
  return (
    <AmountInput
      label={label}
      value={of === null ? null : money(of, currency)}
      currency={currency}
      isDisabled={isDisabled}
      onChange={(sum) => onChange(sum && sum.amount > 0 ? sum.amount : null)}
    />
  )
}
