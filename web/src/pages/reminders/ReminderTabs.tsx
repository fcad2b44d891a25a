import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { answerCountsQuery } from '../../dunning/answers/api.ts'
import { dayQuery } from '../../dunning/api.ts'
import { type ReminderSlug, reminderViews } from '../../dunning/reminder-search.ts'
import { weekCountQuery } from '../../dunning/week-api.ts'
import { LinkTabs } from '../../ui/Tabs.tsx'

export type DunningTab = ReminderSlug | 'reponses' | 'courriers' | 'scenarios' | 'modeles'

/** The views of the reminders, then their rules and their texts. What is empty and never fills is left out. */
export function ReminderTabs({ current }: { readonly current: DunningTab }) {
  const { t } = useTranslation('dunning')
  const { data } = useQuery(dayQuery)
  const views = data?.views
  const { data: answers } = useQuery(answerCountsQuery)
  const waiting = answers && answers.unread + answers.toSort
  const counts: Partial<Record<ReminderSlug, number | undefined>> = {
    pretes: views?.ready,
    semaine: useQuery(weekCountQuery).data,
    'mises-de-cote': views?.held,
    essai: views?.testOutbox,
    problemes: views?.problems,
  }
  const shown = reminderViews.filter(
    (view) => !(view === 'essai' || view === 'problemes') || view === current || (counts[view] ?? 0) > 0,
  )
  const link = (vue: ReminderSlug): LinkProps => ({ to: paths.reminders, search: { vue } })
  return (
    <LinkTabs
      label={t('views')}
      currentId={current}
      tabs={[
        ...shown.map((view) => ({ id: view, label: t(`view.${view}`), count: counts[view], link: link(view) })),
        { id: 'reponses', label: t('view.reponses'), count: waiting, link: { to: paths.answers } },
        { id: 'courriers', label: t('view.courriers'), link: { to: paths.letters } },
        { id: 'scenarios', label: t('view.scenarios'), link: { to: paths.scenarios } },
        { id: 'modeles', label: t('view.modeles'), link: { to: paths.messageTemplates } },
      ]}
    />
  )
}
