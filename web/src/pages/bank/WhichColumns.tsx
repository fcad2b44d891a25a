import {
  type StatementColumn,
  statementColumns,
} from '@quittance/core/reconciliation/statements/table/statement-columns.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { type ColumnsQuestion, canBeRead } from './columns-question.ts'

/** A list whose titles say nothing of a bank: a person says what each column holds, beside what stands in it. */
export function WhichColumns({ question: { fileName, shown, answer } }: { readonly question: ColumnsQuestion }) {
  const { t } = useTranslation('reconciliation')
  const [said, setSaid] = useState<readonly (StatementColumn | null)[]>(shown.map(() => null))
  const columns = shown.map((column, at) => ({ ...column, at }))
  const options = [
    { value: 'none' as const, label: t('whichColumns.none') },
    ...statementColumns.map((value) => ({ value, label: t(`whichColumns.columns.${value}`) })),
  ]
  return (
    <Dialog
      isOpen
      onClose={() => answer(null)}
      title={t('whichColumns.title')}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={() => answer(null)}>{t('whichAccount.stop')}</Button>
          <Button
            variant="primary"
            disabledReason={canBeRead(said) ? undefined : t('whichColumns.choose')}
            onPress={() => answer(said)}
          >
            {t('whichColumns.go')}
          </Button>
        </div>
      }
    >
      <p className="pb-3 text-ink2">{t('whichColumns.note', { file: fileName })}</p>
      <ul className="flex flex-col gap-3">
        {columns.map(({ header, samples, at }) => (
          <li key={at} className="grid items-end gap-2 md:grid-cols-2">
            <div className="min-w-0">
              <p className="truncate font-medium">{header || t('whichColumns.untitled', { number: at + 1 })}</p>
              <p className="truncate text-ink3">{samples.filter(Boolean).join(' · ') || '–'}</p>
            </div>
            <Select
              label={t('whichColumns.label', { column: header || at + 1 })}
              labelHidden
              options={options}
              value={said[at] ?? 'none'}
              look={said[at] === null ? 'absent' : 'plain'}
              onChange={(value) => setSaid(said.with(at, value === 'none' ? null : value))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
