import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { letterAddress } from '../tasks/api.ts'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Sums } from '../ui/Sums.tsx'
import { EmptyState } from '../ui/states.tsx'

export interface LetterToPrint {
  readonly task: number
  readonly customer: { readonly id: number; readonly name: string }
  readonly dueOn: string
  /** What is left of its invoices, one a currency. */
  readonly amounts: readonly { readonly amount: number; readonly currency: string }[]
  readonly invoices: number
}

export interface LettersToPrintProps {
  readonly letters: readonly LetterToPrint[]
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (chosen: ReadonlySet<number>) => void
  /** Why some stayed out of the batch just printed. */
  readonly leftOut: readonly {
    readonly task: number
    readonly customerName: string | null
    readonly sentence: string
  }[]
}

/** Letters that wait for the printer; all of them are ticked, as on the list of messages. */
export function LettersToPrint({ letters, chosen, onChoose, leftOut }: LettersToPrintProps) {
  const { t } = useTranslation('dunning')
  const toggle = (task: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(task)
    else next.delete(task)
    onChoose(next)
  }
  return (
    <Card className="flex min-h-0 flex-col self-start overflow-auto">
      <SectionTitle className="border-b border-line px-4 py-3" note={letters.length > 0 ? letters.length : undefined}>
        {t('letters.toPrint')}
      </SectionTitle>
      {leftOut.length > 0 && (
        <ul role="status" className="grid gap-1 border-b border-line bg-warnbg px-4 py-2.5 text-table text-warn">
          {leftOut.map(({ task, customerName, sentence }) => (
            <li key={task}>
              {customerName && <strong className="block font-semibold">{customerName}</strong>}
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {letters.length === 0 ? (
        <EmptyState title={t('letters.none')}>{t('letters.noneNote')}</EmptyState>
      ) : (
        <ul>
          {letters.map((letter) => (
            <Row
              key={letter.task}
              letter={letter}
              isChosen={chosen.has(letter.task)}
              onChoose={(isChosen) => toggle(letter.task, isChosen)}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

interface RowProps {
  readonly letter: LetterToPrint
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

/** Each letter can be read as it would be printed: it leaves under the firm's name. */
function Row({ letter, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation('dunning')
  const { task, customer, dueOn, amounts, invoices } = letter
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-4 border-b border-line px-4 py-1.5 last:border-b-0 touch:min-h-12">
      <Checkbox isSelected={isChosen} onChange={onChoose}>
        {customer.name}
      </Checkbox>
      <span className="text-right text-table font-semibold tabular-nums">
        <Sums of={amounts.map(asMoney)} none={money(0, asCurrency('EUR'))} />
      </span>
      <a
        href={letterAddress(task)}
        target="_blank"
        rel="noreferrer"
        aria-label={t('letters.readOf', { customer: customer.name })}
        className={`${textLinkClass} py-1 text-table touch:py-3`}
      >
        {t('letters.read')}
      </a>
      <span className="col-span-full pl-6 touch:pl-7 text-small text-ink2">
        {t('letters.invoices', { count: invoices })} · {t('letters.due')} <DateText date={asDate(dueOn)} />
      </span>
    </li>
  )
}
