import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { isPositive, type Money, money } from '@quittance/core/money/money.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { useAct } from '../app/use-act.ts'
import { asMoney } from '../app/wire.ts'
import { Button } from '../ui/Button.tsx'
import { TextLink } from '../ui/ButtonLink.tsx'
import { SectionTitle } from '../ui/Card.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { Money as Sum } from '../ui/Money.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Dispute, steerDispute } from './api.ts'

type Item = Dispute['items'][number]

/** What is contested of each due line, and what of it is chased meanwhile; the part is corrected in place. */
export function ContestedItems({ dispute, maySteer }: { readonly dispute: Dispute; readonly maySteer: boolean }) {
  const { t } = useTranslation('disputes')
  return (
    <section aria-label={t('items')}>
      <SectionTitle level={3} className="pb-1.5">
        {t('items')}
      </SectionTitle>
      <ul className="divide-y divide-line rounded-block border border-line2">
        {dispute.items.map((item) => (
          <ContestedItem key={item.id} dispute={dispute} item={item} maySteer={maySteer} />
        ))}
      </ul>
    </section>
  )
}

interface ContestedItemProps {
  readonly dispute: Dispute
  readonly item: Item
  readonly maySteer: boolean
}

function ContestedItem({ dispute, item, maySteer }: ContestedItemProps) {
  const { t } = useTranslation('disputes')
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { invoice, dueDate } = item
  const owed = asMoney(item.amountDue)
  // What was paid went to the rest: no more than what is left is contested.
  const part = item.part && item.part.amount < owed.amount ? asMoney(item.part) : null
  const rest = part && money(owed.amount - part.amount, owed.currency)
  return (
    <li className="grid gap-2 px-3 py-2">
      <span className="flex flex-wrap justify-between gap-x-3">
        <span className="grid justify-items-start">
          <TextLink link={{ to: paths.invoice, params: { id: String(invoice.id) } }}>{invoice.number}</TextLink>
          <span className="text-small text-ink3">{t('dueOn', { date: formatDate(asDate(dueDate), language) })}</span>
        </span>
        <span className="grid justify-items-end">
          <Sum of={part ?? owed} look="strong" />
          <span className="text-small text-ink3">{part === null ? t('allOfIt') : t('partOf')}</span>
        </span>
      </span>
      {rest && isPositive(rest) && (
        <span className="flex justify-between gap-x-3 text-small">
          <span>{t('chasedRest')}</span>
          <Sum of={rest} />
        </span>
      )}
      {maySteer && isPositive(owed) && !isOpen && (
        <span className="justify-self-start">
          <TextButton onPress={() => setOpen(true)}>{t('correctPart')}</TextButton>
        </span>
      )}
      {isOpen && <PartForm dispute={dispute} item={item} onDone={() => setOpen(false)} />}
    </li>
  )
}

interface PartFormProps {
  readonly dispute: Dispute
  readonly item: Item
  readonly onDone: () => void
}

/** The amount contested; as much as is left is all of it. */
function PartForm({ dispute, item, onDone }: PartFormProps) {
  const { t } = useTranslation('disputes')
  const act = useAct()
  const owed = asMoney(item.amountDue)
  const [amount, setAmount] = useState<Money | null>(asMoney(item.part ?? item.amountDue))
  const isTooMuch = amount !== null && amount.amount > owed.amount
  const isUsable = amount !== null && isPositive(amount) && !isTooMuch
  const before = partsOf(dispute)
  const save = () => {
    if (!isUsable) return
    onDone()
    const parts = [...before.filter((one) => one.item !== item.id), { item: item.id, amount: amount.amount }]
    void act({
      work: () => steerDispute(dispute.id, { parts }),
      done: () => t('partChanged'),
      undo: () => steerDispute(dispute.id, { parts: before }),
    })
  }
  return (
    <div className="grid grid-cols-[1fr_auto] items-start gap-2">
      <AmountInput
        label={t('partAmount')}
        value={amount}
        currency={owed.currency}
        onChange={setAmount}
        autoFocus
        error={isTooMuch ? t('needsPart') : undefined}
      />
      <Button className="mt-[1.375rem]" disabledReason={isUsable ? undefined : t('needsPart')} onPress={save}>
        {t('savePart')}
      </Button>
    </div>
  )
}

const partsOf = ({ items }: Dispute) =>
  items.flatMap(({ id, part }) => (part === null ? [] : [{ item: id, amount: part.amount }]))
