import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import type { Refusal } from './api.ts'
import { type Correcting, useCorrection } from './use-correction.ts'

export interface RefusalLineProps {
  readonly importId: number
  readonly refusal: Refusal
  readonly fieldLabel: string
  readonly mayCorrect: boolean
}

const cell = 'h-[46px] border-t border-line px-2.5 first:pl-4 last:pr-4'

/** One refused row: what is wrong, and the value to put there instead. */
export function RefusalLine(props: RefusalLineProps) {
  const { importId, refusal, mayCorrect } = props
  const { t } = useTranslation('imports')
  const correcting = useCorrection(importId, refusal, mayCorrect)
  return (
    <tr data-refusal>
      <td className={`${cell} figures text-ink2`}>{refusal.line}</td>
      <th scope="row" className={`${cell} truncate text-left font-medium`} title={refusal.invoiceNumber ?? undefined}>
        {refusal.invoiceNumber ?? t('refusals.noNumber')}
      </th>
      <td className={`${cell} py-1.5 text-ink2 [overflow-wrap:anywhere]`} title={refusal.sentence}>
        <What refusal={refusal} correcting={correcting} mayCorrect={mayCorrect} />
      </td>
      <td className={cell}>{isCorrectable(refusal) && <Value {...props} correcting={correcting} />}</td>
      <td className={`${cell} text-right`}>
        {isCorrectable(refusal) && <Act correcting={correcting} mayCorrect={mayCorrect} />}
      </td>
    </tr>
  )
}

/** The same on a phone: the value and its button below what is wrong. */
export function RefusalItem(props: RefusalLineProps) {
  const { importId, refusal, mayCorrect } = props
  const { t } = useTranslation('imports')
  const correcting = useCorrection(importId, refusal, mayCorrect)
  return (
    <li data-refusal className="grid grid-cols-[minmax(0,1fr)] gap-1.5 border-t border-line px-4 py-3">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{refusal.invoiceNumber ?? t('refusals.noNumber')}</span>
        <span className="figures shrink-0 text-small text-ink3">{t('refusals.onLine', { line: refusal.line })}</span>
      </div>
      <div className="text-body text-ink2 [overflow-wrap:anywhere]">
        <What refusal={refusal} correcting={correcting} mayCorrect={mayCorrect} />
      </div>
      {isCorrectable(refusal) && (
        <div className="flex items-center gap-2">
          <div className="min-w-0 flex-1">
            <Value {...props} correcting={correcting} />
          </div>
          <Act correcting={correcting} mayCorrect={mayCorrect} />
        </div>
      )}
    </li>
  )
}

/** Nothing typed makes a file readable, nor a line of a ledger. */
const isCorrectable = ({ code }: Refusal): boolean => code !== 'unreadableFile' && code !== 'unreadableLedgerLine'

interface PartProps {
  readonly refusal: Refusal
  readonly correcting: Correcting
  readonly mayCorrect: boolean
}

function What({ refusal, correcting, mayCorrect }: PartProps) {
  const { t } = useTranslation('imports')
  const { isStillWrong, refused, makeCustomer, keepThere, isBusy } = correcting
  return (
    <>
      {refusal.title}
      {makeCustomer && mayCorrect && !isBusy && (
        <>
          {' '}
          <TextButton onPress={makeCustomer}>{t('refusals.newCustomer')}</TextButton>
        </>
      )}
      {keepThere && mayCorrect && !isBusy && (
        <>
          {' '}
          <TextButton onPress={keepThere}>{t('refusals.keepThere')}</TextButton>
        </>
      )}
      {isStillWrong && <span className="block text-small font-medium text-danger">{t('refusals.still')}</span>}
      {refused && <span className="block text-small font-medium text-danger">{refused}</span>}
    </>
  )
}

function Value({ refusal, fieldLabel, mayCorrect, correcting }: RefusalLineProps & Pick<PartProps, 'correcting'>) {
  const { t } = useTranslation('imports')
  const { draft, setDraft, input, isBusy, correct } = correcting
  return (
    <TextInput
      label={t('refusals.fix', { field: fieldLabel, line: refusal.line })}
      labelHidden
      size="small"
      value={draft}
      onChange={setDraft}
      placeholder={refusal.suggestion === '' ? t('refusals.leaveOut') : fieldLabel}
      isDisabled={!mayCorrect || isBusy}
      inputRef={input}
      onKeyDown={(key) => key === 'Enter' && correct()}
    />
  )
}

function Act({ correcting, mayCorrect }: Omit<PartProps, 'refusal'>) {
  const { t } = useTranslation('imports')
  const { isBusy, isUnchanged, label, correct } = correcting
  return (
    <Button
      size="small"
      onPress={correct}
      isPending={isBusy}
      disabledReason={isUnchanged ? t('refusals.needs') : mayCorrect ? undefined : t('drop.notYours')}
    >
      {label}
    </Button>
  )
}
