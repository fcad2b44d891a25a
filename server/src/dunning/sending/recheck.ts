import { recheckAtSending } from '@quittance/core/dunning/recheck.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { listedIn, type ReminderHead } from '../messages/queries.ts'
import { hashOfItems } from '../run/keep-reminders.ts'
import { relistReminders } from '../run/reminder-queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { loadSituations } from '../situations/load-situations.ts'
import { dropPaidItems, isStopped, newsSinceApproval } from './manual-items.ts'

export type Verdict =
  | { readonly kind: 'send' }
  | { readonly kind: 'rewritten' }
  /** Whoever approved it must look again. */
  | { readonly kind: 'readAgain' }
  /** It was to leave by itself, and its source is no longer fresh or misses an invoice. */
  | { readonly kind: 'checkFirst' }
  | { readonly kind: 'cancel'; readonly because: string }

/** Is it still owed, and does the message still say the truth? Lists it anew when amounts have moved. */
export async function recheck(db: Db, head: ReminderHead, run: RunContext): Promise<Verdict> {
  const situation = (await loadSituations(db, [head.customer], run)).find((one) => one.legalEntity === head.legalEntity)
  const listed = await listedIn(db, head.id)
  // Asked for by the customer: it says nothing of what is owed, and leaves whatever was said since.
  if (head.about === 'copy') return { kind: 'send' }
  if (head.about === 'manual') {
    if (await isStopped(db, head.customer)) return { kind: 'cancel', because: 'legal' }
    return (await newsSinceApproval(db, head.id)) ? { kind: 'readAgain' } : dropPaidItems(db, head.id)
  }
  const carrying = situation?.items.find((item) => item.id === head.carrying)
  const step = (carrying?.scenario ?? situation?.scenario)?.steps.find((one) => one.key === head.step)
  if (!situation || !step || head.carrying === null) return { kind: 'cancel', because: 'scenarioChanged' }
  const verdict = recheckAtSending(
    {
      about: head.about,
      carrying: head.carrying,
      step,
      sentAs: head.channel,
      unread: !head.isApproved,
      items: listed.map((item) => ({ item: item.item, amountDue: money(item.amountDue, asCurrency(item.currency)) })),
    },
    // The message on its way is this very one.
    { ...situation, uncertainMessage: false },
    run.rules,
    run.today,
  )
  if (verdict.kind === 'cancel') return verdict
  if (verdict.kind === 'approve') return { kind: 'checkFirst' }
  if (verdict.kind === 'sendAsIs') return { kind: 'send' }
  await relistReminders(db, [{ id: head.id, take: verdict.take, hash: hashOfItems(verdict.take) }])
  return { kind: 'rewritten' }
}
