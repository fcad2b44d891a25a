import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { mayHoldFor, type Scenario } from '../../dunning/scenario-api.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useChooseDefault } from './use-choose-default.ts'

const categories = ['company', 'publicBody', 'individual'] as const

/** For whom this scenario holds when a customer has none of its own. */
export function DefaultMenu({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('dunning')
  const choose = useChooseDefault()
  if (!useMayWrite('business')) return null
  return (
    <Menu
      trigger={<Button icon={IconChevronDown}>{t('scenario.default')}</Button>}
      acts={categories.map((category) => ({
        id: category,
        label: t('scenario.makeDefault', { who: t(`category.${category}`) }),
        run: () => void choose(scenario.id, category),
        disabledReason: scenario.defaultFor.includes(category)
          ? t('scenario.already', { who: t(`category.${category}`) })
          : mayHoldFor(scenario, category)
            ? undefined
            : t('scenario.formalNotice'),
      }))}
    />
  )
}
