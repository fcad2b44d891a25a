import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { Card, CardFooter, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Money } from '../ui/Money.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { ScrollArea } from '../ui/ScrollArea.tsx'
import { PlainTable } from '../ui/table/PlainTable.tsx'
import { useCount } from '../ui/use-count.ts'
import type { Import } from './api.ts'
import { euros } from './euros.ts'
import { LedgerBalances } from './LedgerBalances.tsx'
import { ReadOtherwise } from './ReadOtherwise.tsx'
import { useFormatWords } from './use-format-words.ts'

type Ledger = NonNullable<Import['ledger']>

/** A ledger as it was read: its totals beside those of account 411, what does not balance, and each customer's balance. */
export function LedgerCard({ file, ledger }: { readonly file: Import; readonly ledger: Ledger }) {
  const { t } = useTranslation('imports')
  const written = useCount()
  const formatWords = useFormatWords()
  const words = [
    ...(file.format ? formatWords(file.format) : []),
    t('ledger.lines', { count: ledger.lines, written: written(ledger.lines) }),
  ]
  return (
    <Card label={t('ledger.title')} className="flex min-h-0 flex-col">
      <div className="grid gap-1.5 px-4 pt-3 pb-2.5">
        <SectionTitle
          note={
            ledger.from !== null &&
            ledger.to !== null && (
              <>
                <DateText date={asDate(ledger.from)} /> – <DateText date={asDate(ledger.to)} />
              </>
            )
          }
          end={
            <StatusPill tone={ledger.debit === ledger.credit ? 'paid' : 'warn'}>
              {ledger.debit === ledger.credit ? t('ledger.balanced') : t('ledger.notBalanced')}
            </StatusPill>
          }
        >
          {t('ledger.title')}
        </SectionTitle>
        <div className="flex flex-wrap items-center gap-1.5">
          {words.map((word) => (
            <span key={word} className="rounded-pill border border-line2 px-2 py-px text-small text-ink2">
              {word}
            </span>
          ))}
        </div>
      </div>
      <ScrollArea label={t('ledger.title')} className="min-h-0 flex-1 overflow-y-auto">
        <LedgerSums ledger={ledger} />
        <LedgerFaults ledger={ledger} />
        <ReadOtherwise
          title={t('otherwise.title')}
          lines={file.format?.repairs.map(({ sentence }) => sentence) ?? []}
        />
        <LedgerBalances id={file.id} revision={file.state} />
      </ScrollArea>
      <CardFooter>
        <span>
          {ledger.firmTerms === null ? t('ledger.dueByLaw') : t('ledger.dueByTerms', { terms: ledger.firmTerms })}
        </span>
      </CardFooter>
    </Card>
  )
}

function LedgerSums({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useTranslation('imports')
  const rows = [
    { id: 'debit', title: t('ledger.debit'), file: ledger.debit, customers: ledger.customerDebit },
    { id: 'credit', title: t('ledger.credit'), file: ledger.credit, customers: ledger.customerCredit },
    {
      id: 'balance',
      title: t('ledger.balance'),
      file: ledger.debit - ledger.credit,
      customers: ledger.customerDebit - ledger.customerCredit,
    },
  ]
  return (
    <PlainTable
      label={t('ledger.totals')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { id: 'title', title: '', cell: (row) => row.title },
        { id: 'file', title: t('ledger.wholeFile'), align: 'end', cell: (row) => <Money of={euros(row.file)} /> },
        {
          id: 'customers',
          title: t('ledger.customers'),
          align: 'end',
          cell: (row) => <Money look={row.id === 'balance' ? 'strong' : 'plain'} of={euros(row.customers)} />,
        },
      ]}
    />
  )
}

/** What does not join in the file itself: it goes in as it is, and is told. */
function LedgerFaults({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useTranslation('imports')
  const written = useCount()
  const { lettersOutOfBalance: letters, entriesOutOfBalance: entries, unreadable, otherSiren } = ledger
  if (letters.length === 0 && entries === 0 && unreadable === 0 && otherSiren === null) return null
  return (
    <ul className="grid gap-1 border-t border-line bg-warnbg px-4 py-2 text-small">
      {otherSiren !== null && <li className="font-semibold">{t('ledger.otherSiren', { siren: otherSiren })}</li>}
      {unreadable > 0 && <li>{t('ledger.unreadable', { count: unreadable, written: written(unreadable) })}</li>}
      {entries > 0 && <li>{t('ledger.entries', { count: entries, written: written(entries) })}</li>}
      {letters.slice(0, 5).map((group) => (
        <li key={`${group.customer} ${group.letters} ${group.balance}`}>
          {t('ledger.letters', { letters: group.letters, customer: group.customer })}{' '}
          <Money of={euros(group.balance)} signed />
        </li>
      ))}
      {letters.length > 5 && <li>{t('ledger.moreLetters', { count: letters.length - 5 })}</li>}
    </ul>
  )
}
