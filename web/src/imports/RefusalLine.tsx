import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { correctRow, importQuery, type Refusal } from './api.ts'

export interface RefusalLineProps {
  readonly importId: number
  readonly refusal: Refusal
  readonly fieldLabel: string
  readonly mayCorrect: boolean
}

const cell = 'h-[46px] border-t border-line px-2.5 first:pl-4 last:pr-4'

/** One refused row: what is wrong, and the value to put there instead, proposed when there is one. */
export function RefusalLine({ importId, refusal, fieldLabel, mayCorrect }: RefusalLineProps) {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const { line, field, suggestion, correction, value } = refusal
  const [draft, setDraft] = useState(correction ?? suggestion ?? value ?? '')
  const [state, setState] = useState<'open' | 'saving' | 'saved'>('open')
  const [refused, setRefused] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const leavesOut = suggestion === '' && draft.trim() === ''
  const isUnchanged = !leavesOut && (draft.trim() === '' || draft === (correction ?? value))

  const correct = async () => {
    if (isUnchanged || state === 'saving' || !mayCorrect) return
    setState('saving')
    setRefused(undefined)
    focusNext(input.current)
    try {
      client.setQueryData(importQuery(importId).queryKey, await correctRow(importId, { line, field, value: draft }))
      setState('saved')
    } catch (problem) {
      setState('open')
      setRefused(problem instanceof Error ? problem.message : String(problem))
    }
  }
  return (
    <tr>
      <td className={`${cell} figures text-ink2`}>{line}</td>
      <th scope="row" className={`${cell} truncate text-left font-medium`}>
        {refusal.invoiceNumber ?? t('refusals.noNumber')}
      </th>
      <td className={`${cell} text-ink2`} title={refusal.sentence}>
        {refusal.title}
        {correction !== null && state === 'open' && (
          <span className="block text-small font-medium text-danger">{t('refusals.still')}</span>
        )}
        {refused && <span className="block text-small font-medium text-danger">{refused}</span>}
      </td>
      <td className={cell}>
        <TextInput
          label={t('refusals.fix', { field: fieldLabel, line })}
          labelHidden
          size="small"
          value={draft}
          onChange={setDraft}
          placeholder={suggestion === '' ? t('refusals.leaveOut') : fieldLabel}
          isDisabled={!mayCorrect || state !== 'open'}
          inputRef={input}
          onKeyDown={(key) => key === 'Enter' && void correct()}
        />
      </td>
      <td className={`${cell} text-right`}>
        <Button
          size="small"
          onPress={() => void correct()}
          isPending={state !== 'open'}
          disabledReason={isUnchanged ? t('refusals.needs') : mayCorrect ? undefined : t('drop.notYours')}
        >
          {t(state === 'open' ? (leavesOut ? 'refusals.without' : 'refusals.correct') : 'refusals.corrected')}
        </Button>
      </td>
    </tr>
  )
}

/** The same field of the row below, so that corrections follow each other. */
function focusNext(input: HTMLInputElement | null): void {
  const next = input?.closest('tr')?.nextElementSibling?.querySelector('input')
  if (!next) return
  next.focus()
  next.select()
}
