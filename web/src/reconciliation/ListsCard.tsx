import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import { removeStatementColumns, statementColumnsQuery } from './api.ts'

/** What people said of the columns of lists whose titles do not say it; each can be forgotten. Absent where there is none. */
export function ListsCard() {
  const { t } = useTranslation('reconciliation')
  const act = useAct()
  const refusal = useMayWrite('bank') ? undefined : t('readonly')
  const lists = useQuery(statementColumnsQuery).data ?? []
  if (lists.length === 0) return null
  return (
    <Card label={t('lists.title')}>
      <SectionTitle className="px-4 pt-3.5 pb-1">{t('lists.title')}</SectionTitle>
      <p className="px-4 pb-3 text-small text-ink2">{t('lists.note')}</p>
      <ul className="divide-y divide-line">
        {lists.map(({ id, headers, columns, taughtBy }) => (
          <li key={id} className="flex items-center gap-3 border-t border-line px-4 py-2">
            <div className="min-w-0 flex-1">
              <TwoLineRow
                title={headers
                  .map((header, at) => ({
                    header: header || t('whichColumns.untitled', { number: at + 1 }),
                    holds: columns[at],
                  }))
                  .map(({ header, holds }) =>
                    t('lists.column', { header, holds: holds ? t(`whichColumns.columns.${holds}`) : t('lists.left') }),
                  )
                  .join(' · ')}
                detail={taughtBy === null ? undefined : t('lists.by', { name: taughtBy })}
              />
            </div>
            <Button
              size="small"
              disabledReason={refusal}
              onPress={() => void act({ work: () => removeStatementColumns(id), done: () => t('lists.forgotten') })}
            >
              {t('rules.forget')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
