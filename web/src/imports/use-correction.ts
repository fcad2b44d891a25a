import { leftOut } from '@quittance/core/imports/fields.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { correctRow, importQuery, type Refusal } from './api.ts'

export interface Correcting {
  readonly draft: string
  readonly setDraft: (draft: string) => void
  readonly input: RefObject<HTMLInputElement | null>
  /** On its way, or done and about to leave the list. */
  readonly isBusy: boolean
  /** What was typed before does not go either. */
  readonly isStillWrong: boolean
  readonly refused: string | undefined
  readonly isUnchanged: boolean
  readonly label: string
  readonly correct: () => void
  /** For a customer nobody knows: takes the file's name for a new one. */
  readonly makeCustomer: (() => void) | undefined
  /** For an invoice that contradicts the one that is there: leaves it out. */
  readonly keepThere: (() => void) | undefined
}

const acts: Readonly<Record<string, 'confirm' | 'keep' | 'link' | 'type'>> = {
  numberTaken: 'confirm',
  namesakesDisagree: 'keep',
  knownOtherwise: 'confirm',
  unknownCustomer: 'link',
  missingNumber: 'type',
  missingCustomer: 'type',
  missingDueDate: 'type',
  missingAmount: 'type',
}

/** Another number makes it another invoice: what the button then does is to correct. */
const ofNamesakes: ReadonlySet<string> = new Set(['namesakesDisagree', 'knownOtherwise'])

/** The value to put in place of a refused one: proposed where there is a proposal, sent with Enter or its button. */
export function useCorrection(importId: number, refusal: Refusal, mayCorrect: boolean): Correcting {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const { line, field, suggestion, correction, value, code } = refusal
  const [draft, setDraft] = useState(correction ?? suggestion ?? value ?? '')
  const [state, setState] = useState<'open' | 'saving' | 'saved'>('open')
  const [refused, setRefused] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const leavesOut = suggestion === '' && draft.trim() === ''
  // A proposal equal to what stands there is one to confirm.
  const isSame = draft === (correction ?? value) && draft !== suggestion
  const isUnchanged = !leavesOut && (draft.trim() === '' || isSame)

  const send = async (typed: string, into = field) => {
    if (state === 'saving' || !mayCorrect) return
    setState('saving')
    setRefused(undefined)
    focusNext(input.current)
    try {
      client.setQueryData(
        importQuery(importId).queryKey,
        await correctRow(importId, { line, field: into, value: typed }),
      )
      setState('saved')
    } catch (problem) {
      setState('open')
      setRefused(problem instanceof Error ? problem.message : String(problem))
    }
  }
  const isRenumbered = ofNamesakes.has(code) && draft.trim() !== value
  const act = leavesOut ? 'without' : isRenumbered ? 'correct' : (acts[code] ?? 'correct')
  return {
    draft,
    setDraft,
    input,
    isBusy: state !== 'open',
    isStillWrong: correction !== null && state === 'open',
    refused,
    isUnchanged,
    label: t(`refusals.${state === 'open' ? act : 'corrected'}`),
    correct: () => void (isUnchanged || send(draft)),
    makeCustomer: code === 'unknownCustomer' && value !== null ? () => void send(value) : undefined,
    keepThere: code === 'knownOtherwise' ? () => void send(leftOut, 'fingerprint') : undefined,
  }
}

/** The same field of the row below, so that corrections follow each other. */
function focusNext(input: HTMLInputElement | null): void {
  const next = input?.closest('[data-refusal]')?.nextElementSibling?.querySelector('input')
  if (!next) return
  next.focus()
  next.select()
}
