import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { Select } from '../ui/form/Select.tsx'
import type { Import } from './api.ts'
import {
  dateOrders,
  decimalName,
  decimals,
  encodingName,
  encodings,
  separatorName,
  separatorsWith,
  useFormatWords,
} from './use-format-words.ts'
import { useReading } from './use-reading.ts'

export interface FormatDialogProps {
  readonly file: Import
  readonly onClose: () => void
}

/** How the file is read: each choice is tried at once, behind the window. */
export function FormatDialog({ file, onClose }: FormatDialogProps) {
  const { t } = useTranslation('imports')
  const { legalEntities } = useSession()
  const { setFormat } = useReading(file)
  const words = useFormatWords()
  const { format } = file
  if (!format) return null
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('format.title')}
      footer={
        <div className="flex justify-end">
          <Button variant="primary" onPress={onClose}>
            {t('format.close')}
          </Button>
        </div>
      }
    >
      <div className="grid gap-3.5">
        <p className="text-body text-ink2">{t('format.lead', { found: words(format).join(', ') })}</p>
        {format.sheets.length > 1 && (
          <Select
            label={t('format.sheetLabel')}
            value={format.sheet}
            onChange={(sheet) => void setFormat({ sheet })}
            options={format.sheets.map((value) => ({ value, label: value }))}
          />
        )}
        {format.kind === 'csv' && (
          <>
            <Select
              label={t('format.separatorLabel')}
              value={format.separator}
              onChange={(separator) => void setFormat({ separator })}
              options={separatorsWith(format.separator).map((value) => ({
                value,
                label: t(`format.separator.${separatorName(value)}`, { mark: value }),
              }))}
            />
            <Select
              label={t('format.encodingLabel')}
              value={format.encoding}
              onChange={(encoding) => void setFormat({ encoding })}
              options={encodings.map((value) => ({ value, label: encodingName(value) }))}
              description={t('format.encodingNote')}
            />
          </>
        )}
        <Select
          label={t('format.orderLabel')}
          value={format.dateOrder}
          onChange={(dateOrder) => void setFormat({ dateOrder })}
          options={dateOrders.map((value) => ({ value, label: t(`format.order.${value}`) }))}
        />
        <Select
          label={t('format.decimalLabel')}
          value={format.decimal}
          onChange={(decimal) => void setFormat({ decimal })}
          options={decimals.map((value) => ({ value, label: t(`format.decimal.${decimalName(value)}`) }))}
        />
        {legalEntities.length > 1 && (
          <Select
            label={t('format.firm')}
            value={String(file.legalEntityId)}
            onChange={(id) => void setFormat({ legalEntityId: Number(id) })}
            options={legalEntities.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
      </div>
    </Dialog>
  )
}
