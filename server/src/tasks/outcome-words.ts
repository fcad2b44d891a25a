import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { addWorkingDays } from '@quittance/core/calendar/working-days.ts'
import { sumByCurrency } from '@quittance/core/money/money.ts'
import { promisedSums } from '@quittance/core/promises/promised-sums.ts'
import type { NextTry } from '@quittance/core/tasks/next-try.ts'
import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import type { Db } from '../platform/database/db.ts'
import type { Made } from './act-queries.ts'
import { promisedOf, waitUntil } from './consequences.ts'
import type { Ending, Outcome } from './outcome.ts'
import { itemsOfTask, type TaskRecord } from './queries.ts'
import { collectorFor, type TaskRules } from './task-rules.ts'

interface Said extends Ending {
  readonly task: TaskRecord
  readonly told: Outcome
  readonly made: Made
  readonly rules: TaskRules
  readonly tried: NextTry | null
}

/** What happened and what comes next, once the outcome is written: the words of the screen before it, with the facts after it. */
export async function sentenceFor(db: Db, said: Said): Promise<string> {
  const { task, told, today, language, rules, context } = said
  const customer = task.customer?.id ?? null
  const say = (of: Parameters<typeof whatFollows>[0]) => whatFollows(of, language).join(' ')
  const items = (await itemsOfTask(db, task.id, today)).filter(({ id }) => told.items?.includes(id) ?? true)
  if (said.tried) return say({ outcome: 'notReached', next: said.tried, isStep: task.stepKey !== null })
  switch (told.outcome) {
    case 'promises': {
      const amounts = promisedSums(items.map(promisedOf), { amount: told.promisedAmount, parts: told.promisedParts })
      return told.promisedFor ? say({ outcome: 'promises', promisedFor: told.promisedFor, amounts }) : ''
    }
    case 'saysPaid': {
      const until = addWorkingDays(today, rules.paymentSearchDays, rules)
      const searcher = customer === null ? null : ((await collectorFor(db, customer))?.name ?? null)
      return say({ outcome: 'saysPaid', until, searcher })
    }
    case 'disputes':
      return say({ outcome: 'disputes', isPart: (told.dispute?.part ?? null) !== null })
    case 'wantsCopy': {
      if (customer === null) return plain[language].done
      const copy = await (await context.callDesk(db)).copyFacts(db, { customer, items: items.map(({ id }) => id) })
      return say({ outcome: 'wantsCopy', copy })
    }
    case 'notFound':
      return plain[language].notFound
    default:
      return decisionSentence(said)
  }
}

function decisionSentence({ told, today, language }: Said): string {
  const words = plain[language]
  if (told.decision === 'handOver') return words.handOver(told.handover?.receiverName ?? '')
  if (told.decision === 'writeOff') return words.writeOff
  if (told.decision === 'plan') {
    const instalments = told.plan?.instalments ?? []
    const [amount] = sumByCurrency(instalments.map((one) => one.amount))
    return amount ? whatFollows({ outcome: 'plan', amount, dates: instalments.length }, language).join(' ') : words.done
  }
  if (told.decision === 'wait') return words.wait(formatDate(waitUntil(today), language))
  return words.done
}

const plain = {
  fr: {
    done: 'Fait.',
    notFound: 'La pause est levée et un appel est prévu aujourd’hui\u00a0: demandez la preuve du virement.',
    handOver: (name: string) => `Dossier confié à ${name}\u00a0: plus rien ne part d’ici.`,
    writeOff: 'Passé en perte\u00a0: ces factures ne sont plus relancées ni attendues.',
    wait: (day: string) => `Rien ne part jusqu’au ${day}.`,
  },
  en: {
    done: 'Done.',
    notFound: 'The pause is over and a call is planned for today: ask for a proof of the transfer.',
    handOver: (name: string) => `Handed over to ${name}: nothing leaves from here any more.`,
    writeOff: 'Written off: these invoices are no longer chased nor expected.',
    wait: (day: string) => `Nothing goes out until ${day}.`,
  },
}
