import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconHourglass } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { WireSums } from '../app/WireSums.tsx'
import { asMoney } from '../app/wire.ts'
import { ReminderCount } from '../customers/ReminderCount.tsx'
import { historyLook } from '../invoices/history-look.ts'
import { Note } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { LateBadge } from '../ui/LateBadge.tsx'
import { Money } from '../ui/Money.tsx'
import type { Task } from './api.ts'

/** Why now, which invoices, what was said last, how to open the conversation: all that is needed to do it. */
export function TaskFacts({ task }: { readonly task: Task }) {
  const { t } = useTranslation('tasks')
  return (
    <>
      {task.why !== '' && (
        <Part title={t('panel.why')}>
          <Note look="warn" icon={<Glyph icon={IconHourglass} className="text-warn" />}>
            {task.why}
          </Note>
        </Part>
      )}
      {task.note && task.note !== task.why && (
        <Part title={t('panel.note')}>
          <p className="whitespace-pre-line">{task.note}</p>
        </Part>
      )}
      {task.items.length > 0 && <Invoices task={task} />}
      {task.customer && <Exchanges task={task} />}
      {task.opening && (
        <Part title={t('panel.opening')}>
          <Note>{t('panel.quoted', { words: task.opening })}</Note>
          <Script script={task.script} />
        </Part>
      )}
    </>
  )
}

/** All that can be said, line by line, for who wants more than the first sentence. */
function Script({ script }: Pick<Task, 'script'>) {
  const { t } = useTranslation('tasks')
  if (script.length === 0) return null
  return (
    <details>
      <summary className="min-h-6 cursor-pointer pt-1 text-small text-accent touch:min-h-11">
        {t('sheet.toSay')}
      </summary>
      <ol className="grid list-decimal gap-1 pl-5 text-table">
        {script.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  )
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-table font-regular text-ink2">{title}</h3>
      {children}
    </section>
  )
}

function Invoices({ task }: { readonly task: Task }) {
  const { t } = useTranslation('tasks')
  return (
    <Part title={t('panel.invoices')}>
      <ul>
        {task.items.map((item) => (
          <li
            key={item.id}
            className="flex min-h-8 items-center gap-2 border-b border-line py-0.5 text-table last:border-b-0"
          >
            <Link
              to={paths.invoice}
              params={{ id: String(item.invoiceId) }}
              className="min-w-0 flex-1 truncate rounded-check hover:underline"
            >
              {item.invoiceNumber}
            </Link>
            <span className="text-ink2">
              {t('panel.due')} <DateText date={asDate(item.dueDate)} />
            </span>
            <LateBadge days={item.daysLate} />
            <span className="w-24 shrink-0 text-right">
              <Money of={asMoney(item.amountDue)} look="strong" />
            </span>
          </li>
        ))}
      </ul>
      <p className="flex justify-between border-t border-line pt-1.5 text-body">
        <span className="text-ink2">{t('panel.total')}</span>
        <WireSums of={task.total} look="strong" />
      </p>
    </Part>
  )
}

function Exchanges({ task }: { readonly task: Task }) {
  const { t } = useTranslation('tasks')
  return (
    <Part title={t('panel.exchanges')}>
      {task.customer && (
        <p className="pb-1">
          <ReminderCount customer={task.customer} />
        </p>
      )}
      <ul className="grid gap-1 text-table">
        {task.exchanges.map((exchange) => (
          <li key={exchange.key} className="flex items-baseline gap-2.5">
            <span className="w-11 shrink-0 text-ink3">
              <DateText date={asDate(exchange.on)} style="short" />
            </span>
            <Glyph icon={historyLook[exchange.kind].icon} className="translate-y-0.5 text-ink2" />
            <span className="min-w-0">
              {exchange.title ||
                t(`exchange.${exchange.kind === 'call' || exchange.kind === 'letter' ? exchange.kind : 'other'}`)}
              {exchange.person && <span className="text-ink3"> ({exchange.person})</span>}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
