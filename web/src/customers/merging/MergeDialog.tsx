import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { ComboBox, type Found } from '../../ui/form/ComboBox.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { findCustomers } from '../api.ts'
import { mergePreviewQuery, type Named } from './api.ts'
import { MergeConsequences } from './MergeConsequences.tsx'
import { useMergeActs } from './use-merge-acts.ts'

export interface MergeDialogProps {
  readonly isOpen: boolean
  readonly customer: Named
  /** Absent: chosen in the dialog. */
  readonly other?: Named | undefined
  readonly onClose: () => void
  /** Once done, with the number of the one kept. */
  readonly onMerged?: ((kept: number) => void) | undefined
}

/** « Fusionner avec… »: which of the two stays, and what will happen, before it does. */
export function MergeDialog({ isOpen, ...about }: MergeDialogProps) {
  return isOpen && <OpenDialog {...about} />
}

function OpenDialog({ customer, other: given, onClose, onMerged }: Omit<MergeDialogProps, 'isOpen'>) {
  const { t } = useTranslation('customers')
  const [chosen, setChosen] = useState<Named | null>(given ?? null)
  const [keptId, setKept] = useState(customer.id)
  const acts = useMergeActs()
  const [kept, other] = chosen && keptId === chosen.id ? [chosen, customer] : [customer, chosen]
  const { isReady, content } = useConsequences(kept, other)
  const merge = async () => {
    if (!other) return
    onClose()
    if (await acts.merge({ kept, other })) onMerged?.(kept.id)
  }
  const save = (
    <div className="flex justify-end">
      <Button
        variant="primary"
        hotkey="ctrl+enter"
        disabledReason={chosen === null ? t('merge.needsOther') : isReady ? undefined : t('merge.reading')}
        onPress={() => void merge()}
      >
        {t('merge.save')}
      </Button>
    </div>
  )
  return (
    <Dialog isOpen onClose={onClose} title={t('merge.title')} width="large" footer={save}>
      <div className="grid grid-cols-1 gap-3.5">
        <p className="text-body text-ink2">{t('merge.explain')}</p>
        {!given && <OtherField customer={customer} value={chosen} onChange={setChosen} />}
        {chosen && (
          <RadioCards
            label={t('merge.which')}
            layout="row"
            value={String(kept.id)}
            onChange={(id) => setKept(Number(id))}
            options={[customer, chosen].map(({ id, name }) => ({ value: String(id), title: name }))}
          />
        )}
        {content}
      </div>
    </Dialog>
  )
}

function useConsequences(kept: Named, other: Named | null) {
  const { t } = useTranslation('customers')
  const preview = useQuery({ ...mergePreviewQuery({ kept: kept.id, other: other?.id ?? 0 }), enabled: other !== null })
  if (!other) return { isReady: false, content: null }
  if (preview.data) return { isReady: true, content: <MergeConsequences preview={preview.data} /> }
  const content = preview.error ? (
    <ReadError what={t('merge.what')} error={preview.error} onRetry={preview.refetch} />
  ) : (
    <SkeletonLines lines={6} />
  )
  return { isReady: false, content }
}

interface OtherFieldProps {
  readonly customer: Named
  readonly value: Named | null
  readonly onChange: (other: Named | null) => void
}

function OtherField({ customer, value, onChange }: OtherFieldProps) {
  const { t } = useTranslation('customers')
  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<Found[]> =>
      (await findCustomers(text, signal))
        .filter(({ id }) => id !== customer.id)
        .map(({ id, name, code }) => ({ id: String(id), label: name, note: code })),
    [customer.id],
  )
  return (
    <ComboBox
      label={t('merge.other')}
      placeholder={t('search.placeholder')}
      value={value && { id: String(value.id), label: value.name }}
      onChange={(found) => onChange(found && { id: Number(found.id), name: found.label })}
      search={search}
      autoFocus
    />
  )
}
