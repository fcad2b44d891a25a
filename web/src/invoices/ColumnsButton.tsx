import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { ColumnChooser } from '../ui/table/ColumnChooser.tsx'
import { type ColumnId, columnIds, columnOf, usualColumns } from './list-columns.ts'

export interface ColumnsButtonProps {
  readonly shown: readonly ColumnId[]
  readonly isUsual: boolean
  readonly onChoose: (columns: readonly ColumnId[]) => void
}

/** « Colonnes »: which, and in which order; at once, for this reader in this browser. */
export function ColumnsButton({ shown, isUsual, onChoose }: ColumnsButtonProps) {
  const { t } = useTranslation('invoices')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={IconColumns3} onPress={() => setOpen(true)} className="!h-[30px] !text-small touch:!h-11">
        {t('columns.act')}
      </Button>
      <Drawer
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('columns.title')}
        footer={
          <Button onPress={() => onChoose(usualColumns)} disabledReason={isUsual ? t('columns.areUsual') : undefined}>
            {t('columns.usual')}
          </Button>
        }
      >
        <p className="pb-3 text-body text-ink2">{t('columns.explain')}</p>
        <ColumnChooser
          label={t('columns.title')}
          choices={columnIds.map((id) => ({ id, title: t(`column.${columnOf[id]}`), isFixed: id === 'client' }))}
          shown={shown}
          onChange={onChoose}
        />
      </Drawer>
    </>
  )
}
