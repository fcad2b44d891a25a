import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { profileName } from '@quittance/core/payers/explain-profile.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SectionTitle } from '../ui/Card.tsx'
import { Lollipops } from '../ui/charts/Lollipops.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { PlainTable } from '../ui/table/PlainTable.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { Customer } from './api.ts'
import { averageOf } from './payment-habit.ts'

/** « Comment ce client paie »: days after the due date of the last paid invoices, as a chart or as a table. */
export function HabitChart({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const [isTable, setTable] = useState(false)
  const { habit } = customer
  const average = averageOf(habit)

  return (
    <section aria-label={t('habit.title')} className="border-t border-line px-4 pt-3 pb-2">
      <SectionTitle
        note={
          habit.length > 0 && (
            <span className="max-md:hidden @max-[40rem]:hidden">{t('habit.note', { count: habit.length })}</span>
          )
        }
        end={
          average !== null && (
            <span className="flex gap-4 text-small text-ink2">
              <span className="max-md:hidden">
                <span aria-hidden="true">- - </span>
                {t('habit.average', { count: average })}
              </span>
              <TextButton onPress={() => setTable(!isTable)}>
                {t(isTable ? 'habit.asChart' : 'habit.asTable')}
              </TextButton>
            </span>
          )
        }
      >
        {t('habit.title')}
      </SectionTitle>
      {average === null ? (
        <p className="py-4 text-body text-ink2">
          {t('habit.none', { profile: profileName(customer.profile, language), scenario: customer.scenario.name })}
        </p>
      ) : isTable ? (
        <HabitTable habit={habit} />
      ) : (
        <HabitLollipops habit={habit} average={average} />
      )}
    </section>
  )
}

type Habit = Customer['habit']

function HabitLollipops({ habit, average }: { readonly habit: Habit; readonly average: number }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  return (
    <Lollipops
      label={t('habit.title')}
      average={average}
      points={habit.map(({ invoiceId, invoiceNumber, paidOn, daysAfterDue }) => ({
        id: `${invoiceId} ${paidOn}`,
        days: daysAfterDue,
        label: `${paidOn.slice(5, 7)}/${paidOn.slice(2, 4)}`,
        spoken: t('habit.spoken', {
          number: invoiceNumber,
          date: formatDate(asDate(paidOn), language),
          days: daysAfterDue,
        }),
      }))}
    />
  )
}

function HabitTable({ habit }: { readonly habit: Habit }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  return (
    <div className="-mx-4 pt-1">
      <PlainTable
        label={t('habit.title')}
        rows={habit.toReversed()}
        rowId={({ invoiceId, paidOn }) => `${invoiceId} ${paidOn}`}
        columns={[
          { id: 'number', title: t('column.number'), cell: (row) => row.invoiceNumber },
          {
            id: 'paidOn',
            title: t('column.paidOn'),
            cell: (row) => <span className="figures">{formatDate(asDate(row.paidOn), language)}</span>,
          },
          {
            id: 'days',
            title: t('column.daysAfterDue'),
            align: 'end',
            cell: (row) => <span className="figures">{t('figure.days', { count: row.daysAfterDue })}</span>,
          },
        ]}
      />
    </div>
  )
}
