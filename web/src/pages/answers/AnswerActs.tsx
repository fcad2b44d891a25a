import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import {
  IconBuildingBank,
  IconCalendarDollar,
  IconCheck,
  IconMailOpened,
  IconMessageReport,
  IconZoomMoney,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { type Along, together } from '../../app/together.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { customerQuery } from '../../customers/api.ts'
import { openDispute, undoDispute } from '../../disputes/api.ts'
import { DisputeDialog, type ReportedDispute } from '../../disputes/DisputeDialog.tsx'
import { type Answer, endPaymentSearch, searchPayment } from '../../dunning/answers/api.ts'
import { readingOf, useAnswerActs } from '../../dunning/answers/use-answer-acts.ts'
import { planItemsQuery } from '../../promises/api.ts'
import { PromiseDialog } from '../../promises/PromiseDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { useToday } from '../../ui/today.ts'
import { useLanguage } from '../../ui/use-language.ts'

/** What a message asks for: a promise noted, a dispute opened, the payment looked for; with that it is read. */
export function AnswerActs({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('answers')
  const acts = useAnswerActs()
  const refused = useMayWrite('business') ? undefined : t('readonly')
  if (answer.customer === null) {
    if (!answer.isDismissed) return null
    return (
      <Foot>
        <Button onPress={() => void acts.dismiss(answer, false)} disabledReason={refused}>
          {t('act.keep')}
        </Button>
      </Foot>
    )
  }
  if (answer.class !== 'reply') return null
  return (
    <Foot>
      <OutcomeMenu answer={answer} customer={answer.customer} refused={refused} />
      {answer.isRead ? (
        <Button icon={IconMailOpened} onPress={() => void acts.read(answer, false)} disabledReason={refused}>
          {t('act.unread')}
        </Button>
      ) : (
        <Button
          variant="primary"
          icon={IconCheck}
          onPress={() => void acts.read(answer, true)}
          disabledReason={refused}
        >
          {t('act.read')}
        </Button>
      )}
    </Foot>
  )
}

const Foot = ({ children }: { readonly children: React.ReactNode }) => (
  <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-[18px] py-3">{children}</div>
)

interface OutcomeMenuProps {
  readonly answer: Answer
  readonly customer: { readonly id: number; readonly name: string }
  readonly refused: string | undefined
}

function OutcomeMenu({ answer, customer, refused }: OutcomeMenuProps) {
  const { t } = useTranslation('answers')
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'promise' | 'dispute' | null>(null)
  const { currency, items, dispute } = useDispute(customer.id, readingOf(answer))
  const searchesPayment = usePaymentSearch(answer)
  const none = items.length === 0 ? t('act.nothingDue') : undefined
  const close = () => setAsked(null)
  return (
    <>
      <Button icon={IconCalendarDollar} onPress={() => setAsked('promise')} disabledReason={refused ?? none}>
        {t('act.promise')}
      </Button>
      <MoreMenu
        acts={[
          {
            id: 'dispute',
            label: t('act.dispute'),
            icon: IconMessageReport,
            run: () => setAsked('dispute'),
            disabledReason: refused ?? none,
          },
          {
            id: 'paid',
            label: t('act.saysPaid'),
            icon: IconZoomMoney,
            run: () => void searchesPayment(),
            disabledReason: refused ?? none,
          },
          {
            id: 'bank',
            label: t('act.bank'),
            icon: IconBuildingBank,
            run: () => void navigate({ to: paths.bank }),
          },
        ]}
      />
      <PromiseDialog
        isOpen={asked === 'promise'}
        customer={customer}
        currency={currency}
        along={readingOf(answer)}
        onClose={close}
      />
      <DisputeDialog
        isOpen={asked === 'dispute'}
        items={items}
        ticked={items.length > 1 ? [] : undefined}
        onClose={close}
        onDispute={dispute}
      />
    </>
  )
}

/** Reminders wait while somebody looks for the payment. */
function usePaymentSearch(answer: Answer) {
  const { t } = useTranslation('answers')
  const language = useLanguage()
  const act = useAct()
  return () =>
    act(
      together(
        {
          work: () => searchPayment(answer.id),
          done: ({ until }) => t('done.saysPaid', { date: formatDate(asDate(until), language) }),
          undo: ({ task, items }) => endPaymentSearch(answer.id, { task, items }),
        },
        readingOf(answer),
      ),
    )
}

/** A dispute of what is late of the customer; of what is not late yet when nothing is. */
function useDispute(customerId: number, along: Along | undefined) {
  const { t } = useTranslation('disputes')
  const act = useAct()
  const { data: customer } = useQuery(customerQuery(customerId))
  const currency = customer?.currency ?? 'EUR'
  const { data: due = [] } = useQuery(planItemsQuery({ customerId, currency, on: useToday() }))
  const late = due.filter(({ daysLate }) => daysLate > 0)
  const items = late.length > 0 ? late : due
  return {
    currency,
    items,
    dispute: ({ part, ...told }: ReportedDispute) => {
      const [item] = told.items
      const parts = part !== null && item !== undefined ? [{ item, amount: part.amount }] : []
      const opening = {
        work: () => openDispute({ ...told, customerId, parts }),
        done: () => t(part === null ? 'saved' : 'savedPart'),
        undo: undoDispute,
      }
      return act(together(opening, along))
    },
  }
}
