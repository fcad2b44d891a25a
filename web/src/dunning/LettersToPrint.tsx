import { useTranslation } from 'react-i18next'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { EmptyState } from '../ui/states.tsx'

export interface LetterToPrint {
  readonly task: number
  readonly customer: { readonly id: number; readonly name: string }
  readonly dueOn: string
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
              {customerName && <strong className="font-semibold">{customerName} : </strong>}
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {letters.length === 0 ? (
        <EmptyState title={t('letters.none')}>{t('letters.noneNote')}</EmptyState>
      ) : (
        <ul>
          {letters.map(({ task, customer, dueOn }) => (
            <li
              key={task}
              className="flex min-h-10 items-center gap-3 border-b border-line px-4 py-1 last:border-b-0 touch:min-h-12"
            >
              <Checkbox
                isSelected={chosen.has(task)}
                onChange={(isChosen) => toggle(task, isChosen)}
                className="flex-1"
              >
                {customer.name}
              </Checkbox>
              <span className="text-table text-ink2">
                {t('letters.due')} <DateText date={dueOn as never} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
