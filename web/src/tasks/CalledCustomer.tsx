import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { WireSums } from '../app/WireSums.tsx'
import { asMoney } from '../app/wire.ts'
import { contactName } from '../customers/contact-words.ts'
import { useReminderCountWords } from '../customers/use-reminder-count-words.ts'
import { DateText } from '../ui/DateText.tsx'
import { Money } from '../ui/Money.tsx'
import type { Called } from './api.ts'
import { PhoneLink } from './ContactLine.tsx'
import { TaskPills } from './TaskPills.tsx'

export interface CalledCustomerProps {
  readonly call: Called
  readonly position: number
}

/** One call on the sheet: who and at which number, what is owed, what was said, what to say, and room to write the answer. */
export function CalledCustomer({ call, position }: CalledCustomerProps) {
  const { t } = useTranslation('tasks')
  const count = useReminderCountWords()
  const { task, contact } = call
  const name = contact ? contactName(contact) : null
  return (
    <li className="rounded-card border border-line bg-surface p-4 print:rounded-none print:border-x-0 print:border-t-0 print:px-0 print:py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-heading">
          {position}. {task.customer?.name ?? task.title}
        </h2>
        <TaskPills row={task} />
        <span className="ml-auto text-heading">
          <WireSums of={call.total} look="strong" />
        </span>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 text-table text-ink2">
        {contact?.phone && !contact.phoneRefused ? <PhoneLink phone={contact.phone} /> : t('panel.noPhone')}
        <span>{[name, contact?.jobTitle].filter(Boolean).join(' · ')}</span>
        {call.others.map(({ name: other, phone }) => (
          <span key={phone}>
            {other} <span className="figures">{phone}</span>
          </span>
        ))}
        {call.salesRep && <span>{t('sheet.salesRep', { name: call.salesRep.name })}</span>}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 pt-2 md:grid-cols-2 print:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <Known call={call} counted={count(call.received)} />
        <ToSay script={call.script} />
      </div>
      <Answers />
    </li>
  )
}

function Known({ call, counted }: { readonly call: Called; readonly counted: string }) {
  const { t } = useTranslation('tasks')
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-1 text-table">
      {call.why !== '' && <p>{call.why}</p>}
      {call.note && call.note !== call.why && <p className="text-ink2">{call.note}</p>}
      <ul>
        {call.items.map((item) => (
          <li key={`${item.number}-${item.dueDate}`} className="flex flex-wrap gap-x-2">
            <span className="min-w-28 flex-1">{item.number}</span>
            <span className="text-ink2">
              {t('panel.due')} <DateText date={asDate(item.dueDate)} />, {t('sheet.daysLate', { count: item.daysLate })}
            </span>
            <span className="ml-auto w-24 shrink-0 text-right">
              <Money of={asMoney(item.amountDue)} />
            </span>
          </li>
        ))}
      </ul>
      {call.brokenPromises.map((promise) => (
        <p key={promise.promisedFor} className="text-danger">
          {t('sheet.broken')} <DateText date={asDate(promise.promisedFor)} /> · <Money of={asMoney(promise.amount)} />
        </p>
      ))}
      <p className="text-ink2">{counted}</p>
      <ul className="text-small text-ink2">
        {call.exchanges.map((exchange) => (
          <li key={exchange.key} className="truncate">
            <DateText date={asDate(exchange.on)} style="short" />{' '}
            {exchange.title ||
              t(`exchange.${exchange.kind === 'call' || exchange.kind === 'letter' ? exchange.kind : 'other'}`)}
            {exchange.person && ` (${exchange.person})`}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ToSay({ script }: Pick<Called, 'script'>) {
  const { t } = useTranslation('tasks')
  return (
    <section aria-label={t('sheet.toSay')} className="text-table">
      <h3 className="font-medium">{t('sheet.toSay')}</h3>
      {script.length === 0 && <p className="text-ink2">{t('sheet.nothingToAsk')}</p>}
      <ol className="grid list-decimal gap-1 pl-5">
        {script.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  )
}

const answers = ['promises', 'notReached', 'saysPaid', 'disputes', 'wrongContact', 'wantsCopy'] as const

/** Boxes to tick with a pen: on paper only. */
function Answers() {
  const { t } = useTranslation('tasks')
  return (
    <p aria-hidden="true" className="hidden flex-wrap gap-x-4 gap-y-1 pt-2 text-small print:flex">
      {answers.map((answer) => (
        <span key={answer}>
          ☐ {t(`outcome.${answer}`)}
          {answer === 'promises' && ' …………………… €  ……/……'}
        </span>
      ))}
    </p>
  )
}
