import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { formatDay } from '../ui/format-day.ts'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type BankStatement, bankStatementsQuery } from './api.ts'

/** The last statements that came, and what is to know about each. */
export function StatementsCard() {
  const { t } = useTranslation('reconciliation')
  const rows = useQuery(bankStatementsQuery).data ?? []
  if (rows.length === 0) return null
  return (
    <Card label={t('statements.title')}>
      <SectionTitle className="px-4 pt-3.5 pb-2">{t('statements.title')}</SectionTitle>
      <ul className="divide-y divide-line">
        {rows.map((statement) => (
          <li key={statement.id} className="px-4 py-2.5">
            <StatementLine statement={statement} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function StatementLine({ statement }: { readonly statement: BankStatement }) {
  const { t } = useTranslation('reconciliation')
  const language = useLanguage()
  const day = (date: string | null) => (date === null ? '?' : formatDay(asDate(date), 'numeric', language))
  const { difference } = statement
  return (
    <>
      <TwoLineRow
        title={statement.account.name}
        detail={t('statements.of', { file: statement.fileName, from: day(statement.from), to: day(statement.to) })}
        end={t('statements.lines', { count: statement.lines })}
        endDetail={<span className="text-small text-ink3">{t('statements.new', { count: statement.newLines })}</span>}
      />
      {difference && (
        <p className="pt-1 text-small text-warn">
          {t('statements.difference', { amount: formatMoney(asMoney(difference), language) })}
        </p>
      )}
      {statement.warnings.map((warning) => (
        <p key={warning} className="pt-1 text-small text-ink2">
          {warning}
        </p>
      ))}
    </>
  )
}
