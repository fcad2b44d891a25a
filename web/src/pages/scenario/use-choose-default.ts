import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { chooseDefault, scenariosQuery } from '../../dunning/scenario-api.ts'

/** Makes a scenario that of a category, with the way back to the one before. */
export function useChooseDefault() {
  const { t } = useTranslation('dunning')
  const act = useAct()
  const scenarios = useQuery(scenariosQuery).data ?? []
  return (id: number, category: CustomerCategory) => {
    const before = scenarios.find(({ defaultFor }) => defaultFor.includes(category))
    return act({
      work: () => chooseDefault(id, category),
      done: () => t('scenario.defaultChosen', { who: t(`category.${category}`) }),
      undo: before && (() => chooseDefault(before.id, category)),
    })
  }
}
