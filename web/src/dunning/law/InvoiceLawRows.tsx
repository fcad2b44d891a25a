import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { asMoney } from '../../app/wire.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { formatDay } from '../../ui/format-day.ts'
import { Money } from '../../ui/Money.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import type { InvoiceLaw } from './api.ts'
import { DecideInterestDialog } from './DecideInterestDialog.tsx'
import { useLawWords } from './use-law-words.ts'

/** Interest and fee of each late invoice, and what was decided of them. */
export function InvoiceLawRows({ invoices }: { readonly invoices: readonly InvoiceLaw[] }) {
  const { t } = useLawWords()
  const [decided, setDecided] = useState<InvoiceLaw['invoice'] | null>(null)
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-small">
        <thead>
          <tr className="text-left text-ink3">
            <th className="py-1 pr-3 font-medium">{t('interest.invoice')}</th>
            <th className="py-1 pr-3 font-medium">{t('interest.due')}</th>
            <th className="py-1 pr-3 text-right font-medium">{t('interest.amount')}</th>
            <th className="py-1 pr-3 text-right font-medium">{t('interest.feeShort')}</th>
            <th className="py-1 font-medium">{t('interest.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {invoices.map((one) => (
            <Row key={one.invoice.id} of={one} onDecide={() => setDecided(one.invoice)} />
          ))}
        </tbody>
      </table>
      {decided && <DecideInterestDialog invoice={decided} isOpen onClose={() => setDecided(null)} />}
    </div>
  )
}

function Row({ of, onDecide }: { readonly of: InvoiceLaw; readonly onDecide: () => void }) {
  const { t } = useLawWords()
  const language = useLanguage()
  const mayWrite = useMayWrite('law')
  const { invoice, dueDate, interest, decisions } = of
  return (
    <tr className="border-t border-line align-baseline">
      <td className="py-1.5 pr-3">
        <TextLink link={{ to: paths.invoice, params: { id: String(invoice.id) } }}>{invoice.number}</TextLink>
      </td>
      <td className="py-1.5 pr-3 whitespace-nowrap">{formatDay(asDate(dueDate), 'short', language)}</td>
      <td className="py-1.5 pr-3 text-right">{interest && <Money of={asMoney(interest.amount)} />}</td>
      <td className="py-1.5 pr-3 text-right">{interest && <Money of={asMoney(interest.fee)} />}</td>
      <td className="py-1.5">
        <span className="flex flex-wrap items-center gap-2">
          {decisions.length === 0 && <span className="text-ink3">{t('interest.undecided')}</span>}
          {decisions.map(({ id, covers, decision }) => (
            <StatusPill key={id} tone={decision === 'claimed' ? 'warn' : 'neutral'}>
              {t(covers === 'interest' ? 'interest.amount' : 'interest.feeShort')} · {t(`interest.${decision}`)}
            </StatusPill>
          ))}
          {mayWrite && <TextButton onPress={onDecide}>{t('decide.act')}</TextButton>}
        </span>
      </td>
    </tr>
  )
}
