import { customerCategories } from '@quittance/core/customers/category.ts'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { mayHoldFor, type Scenario } from '../../dunning/scenario-api.ts'
import { MoreMenu } from '../../ui/Menu.tsx'
import { useChooseDefault } from './use-choose-default.ts'

export interface ScenarioMenuProps {
  readonly scenario: Scenario
  readonly onRename: () => void
}

/** Its name, and for whom it holds when a customer has none of its own. */
export function ScenarioMenu({ scenario, onRename }: ScenarioMenuProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const choose = useChooseDefault()
  if (!useMayWrite('scenarios')) return null
  return (
    <MoreMenu
      acts={[
        { id: 'rename', label: own('name.change'), run: onRename },
        ...customerCategories.map((category, index) => ({
          startsGroup: index === 0,
          id: category,
          label: t('scenario.makeDefault', { who: t(`category.${category}`) }),
          run: () => void choose(scenario.id, category),
          disabledReason: scenario.defaultFor.includes(category)
            ? t('scenario.already', { who: t(`category.${category}`) })
            : mayHoldFor(scenario, category)
              ? undefined
              : t('scenario.formalNotice'),
        })),
      ]}
    />
  )
}
