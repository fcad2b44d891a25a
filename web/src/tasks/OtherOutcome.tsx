import { IconArrowRight } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import type { Task } from './api.ts'
import type { OutcomeProps } from './OutcomePart.tsx'

/** Done on another page, or in life: the way there, and the word that it is done. */
export function OtherOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  const link = placeOf(task)
  return (
    <div className="flex flex-wrap gap-2">
      {link && (
        <ButtonLink variant="accent" icon={IconArrowRight} link={link}>
          {t(`go.${task.dispute !== null ? 'dispute' : isNamed(task.kind) ? task.kind : 'customer'}`)}
        </ButtonLink>
      )}
      {task.kind === 'allocateCredit' && task.customer && (
        <ButtonLink link={{ to: paths.invoices, search: { vue: 'toutes', client: task.customer.id } }}>
          {t('go.creditNotes')}
        </ButtonLink>
      )}
      {task.kind === 'findPayment' && (
        <Button saves onPress={() => end({ outcome: 'notFound' })}>
          {t('outcome.notFound')}
        </Button>
      )}
      <Button saves onPress={() => end({ outcome: 'done' })}>
        {t('act.isDone')}
      </Button>
      <Button variant="quiet" saves onPress={() => end({ outcome: 'dropped' })}>
        {t('act.drop')}
      </Button>
    </div>
  )
}

const named = ['resolveUncertain', 'correctAddress', 'allocateCredit', 'findPayment', 'correctContact'] as const
const isNamed = (kind: Task['kind']): kind is (typeof named)[number] => named.some((one) => one === kind)

function placeOf({ kind, customer, reminderId, dispute, isRecurring }: Task): LinkProps | null {
  if (dispute !== null) return { to: paths.disputes, search: { litige: dispute } }
  if (kind === 'resolveUncertain') {
    return { to: paths.reminders, search: { vue: 'problemes', ...(reminderId !== null && { relance: reminderId }) } }
  }
  if (kind === 'findPayment') return { to: paths.bank }
  if (kind === 'allocateCredit' && customer) {
    return { to: paths.payments, search: { vue: 'avances', client: customer.id } }
  }
  if (customer) return { to: paths.customer, params: { id: String(customer.id) } }
  // « Regarder les retards », every Monday.
  return isRecurring ? { to: paths.invoices, search: { vue: 'en-retard' } } : null
}
