import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { tasksQuery } from '../../tasks/api.ts'
import { Card } from '../../ui/Card.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { Bone, Skeleton } from '../../ui/states.tsx'
import { TaskDay } from './TaskDay.tsx'

const route = getRouteApi('/shell/a-faire')
const bones = [1, 2, 3, 4, 5, 6]

/** What do I have to do now? */
export function TasksPage() {
  const { t } = useTranslation('tasks')
  const { qui } = route.useSearch()
  const { data, error, refetch } = useQuery(tasksQuery(qui === 'equipe' ? 'team' : 'mine'))
  if (data) return <TaskDay list={data} />
  return (
    <Page>
      <PageHeader title={t('title')} />
      <Card>
        {error ? (
          <ReadError what={t('what.all')} error={error} onRetry={refetch} />
        ) : (
          <Skeleton>
            <div className="grid gap-4 p-4">
              {bones.map((bone) => (
                <div key={bone} className="flex items-center gap-3">
                  <Bone className="size-7" />
                  <div className="grid flex-1 gap-2">
                    <Bone className="h-3 w-2/5" />
                    <Bone className="h-3 w-1/4" />
                  </div>
                  <Bone className="h-3 w-20" />
                </div>
              ))}
            </div>
          </Skeleton>
        )}
      </Card>
    </Page>
  )
}
