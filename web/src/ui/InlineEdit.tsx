import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldTexts } from './form/FieldFrame.tsx'
import { TextArea, TextInput } from './form/TextInput.tsx'
import { showToast } from './toasts/toast-queue.ts'
import { useIsOnline } from './use-is-online.ts'

export type SavingState = 'idle' | 'saving' | 'saved' | 'failed'

/**
 * A field that saves alone, with undo. `save` writes one value and rejects with a message for people; call the
 * returned function with the new value; the state is for a word beside the field.
 */
export function useSaveAlone<Value>(label: string, stored: Value, save: (value: Value) => Promise<void>) {
  const { t } = useTranslation('ui')
  const [state, setState] = useState<SavingState>('idle')
  const [error, setError] = useState<string>()

  const write = async (value: Value) => {
    setState('saving')
    setError(undefined)
    try {
      await save(value)
      setState('saved')
    } catch (problem) {
      setState('failed')
      setError(problem instanceof Error ? problem.message : t('inlineEdit.failed'))
      throw problem
    }
  }
  const change = async (value: Value): Promise<boolean> => {
    const saved = await write(value).then(
      () => true,
      () => false, // the field shows the message kept above
    )
    if (saved) showToast({ message: t('inlineEdit.saved', { label }), undo: () => write(stored) })
    return saved
  }
  return { change, state, error }
}

export interface InlineEditProps extends FieldTexts {
  /** The value as stored; what is typed lives in the field until saved. */
  readonly value: string
  readonly save: (value: string) => Promise<void>
  readonly multiline?: boolean
  readonly placeholder?: string
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url'
  readonly autoComplete?: string
  readonly isDisabled?: boolean
  /** After the text while nothing is being saved: a unit. */
  readonly end?: ReactNode
}

/** A text setting that saves when one leaves it or presses Enter; Esc gives the stored value back. */
export function InlineEdit({ value, save, multiline = false, end, ...texts }: InlineEditProps) {
  const { t } = useTranslation('ui')
  const isOnline = useIsOnline()
  const [draft, setDraft] = useState<string | null>(null)
  const { change, state, error } = useSaveAlone(texts.label, value, save)

  const commit = async () => {
    if (draft === null || draft === value) return setDraft(null)
    if (await change(draft)) setDraft(null)
  }
  const field = {
    ...texts,
    value: draft ?? value,
    onChange: setDraft,
    onBlur: () => void commit(),
    error: texts.error ?? error,
    // Nothing can be saved without a network; what is being typed stays.
    isDisabled: texts.isDisabled || (!isOnline && draft === null),
  }
  if (multiline) return <TextArea {...field} />
  return (
    <TextInput
      {...field}
      end={state === 'saving' ? t('inlineEdit.saving') : end}
      onKeyDown={(key) => {
        if (key === 'Enter') void commit()
        if (key === 'Escape') setDraft(null)
      }}
    />
  )
}
