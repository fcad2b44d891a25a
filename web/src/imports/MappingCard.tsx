import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardFooter, SectionTitle } from '../ui/Card.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import type { Import } from './api.ts'
import { ColumnLine } from './ColumnLine.tsx'
import { FormatDialog } from './FormatDialog.tsx'
import { LeftOut } from './ReadOtherwise.tsx'
import { useFormatWords } from './use-format-words.ts'
import { useReading } from './use-reading.ts'
import { recognised } from './with-field.ts'

export interface MappingCardProps {
  readonly file: Import
  readonly isDisabled: boolean
  readonly remembers: boolean
  readonly onRemember: (remembers: boolean) => void
}

/** « Vos colonnes, nos informations »: each column of the file, what it is taken for, and how the file is read. */
export function MappingCard({ file, isDisabled, remembers, onRemember }: MappingCardProps) {
  const { t } = useTranslation('imports')
  const [isOpen, setOpen] = useState(false)
  const reading = useReading(file)
  const formatWords = useFormatWords()
  const count = recognised(file)
  const givenBy = new Map(file.columns.flatMap(({ field, header }) => (field === null ? [] : [[field, header]])))
  return (
    <Card label={t('columns.title')} className="flex min-h-0 flex-col">
      <div className="grid gap-1.5 px-4 pt-3 pb-2.5">
        <SectionTitle
          end={
            <StatusPill tone={count === 0 ? 'warn' : 'paid'} icon={IconCircleCheck}>
              {t('columns.recognised', { count, total: file.columns.length })}
            </StatusPill>
          }
        >
          {t('columns.title')}
        </SectionTitle>
        {file.format && (
          <div className="flex flex-wrap items-center gap-1.5">
            {formatWords(file.format).map((words) => (
              <span key={words} className="rounded-pill border border-line2 px-2 py-px text-small text-ink2">
                {words}
              </span>
            ))}
            {!isDisabled && <TextButton onPress={() => setOpen(true)}>{t('format.change')}</TextButton>}
          </div>
        )}
      </div>
      <div className="hidden gap-3 border-t border-line bg-sunken px-4 py-1.5 text-small text-ink2 md:flex">
        <span className="flex-1">{t('columns.theirs')}</span>
        <span className="w-[214px]">{t('columns.ours')}</span>
      </div>
      <ul aria-label={t('columns.title')} className="min-h-0 flex-1 overflow-y-auto">
        {file.columns.map((column) => (
          <ColumnLine
            key={column.position}
            column={column}
            fields={file.fields}
            givenBy={givenBy}
            isDisabled={isDisabled}
            onChange={(field) => void reading.setField(column.position, field)}
          />
        ))}
      </ul>
      <LeftOut file={file} />
      <CardFooter>
        <Checkbox isSelected={remembers} onChange={onRemember} isDisabled={isDisabled}>
          {t('columns.remember')}
        </Checkbox>
        {file.isRemembered && <span className="ml-auto text-ink3">{t('columns.remembered')}</span>}
      </CardFooter>
      {isOpen && <FormatDialog file={file} onClose={() => setOpen(false)} />}
    </Card>
  )
}
