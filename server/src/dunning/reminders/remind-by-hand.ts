import { randomUUID } from 'node:crypto'
import type { Tone } from '@quittance/core/dunning/scenario.ts'
import { customerName } from '../../customers/queries.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { reachableContacts } from '../messages/queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { isStopped } from '../sending/manual-items.ts'
import { cancelWaiting, listByHand, owedItems, queueByHand } from './act-queries.ts'

/**
 * Case by case: a message to one customer although the scenario prescribes none. It waits for approval like any other,
 * is written in the journal, and climbs no rung.
 */
export async function remindByHand(
  db: Db,
  asked: { customer: number; items: readonly number[] | undefined; tone: Tone },
  run: RunContext,
): Promise<number> {
  found(await customerName(db, asked.customer))
  await refuseWhatCannotLeave(db, asked.customer)
  const owed = await owedItems(db, asked.customer)
  const chosen = asked.items
    ? owed.filter((item) => asked.items?.includes(item.id))
    : owed.filter((item) => item.dueDate < run.today)
  const [carrying] = chosen
  if (!carrying) {
    throw new AppError('nothingToRemind', 409, {
      fr: 'Rien n’est en retard chez ce client : choisissez les factures à rappeler.',
      en: 'Nothing is late for this customer: choose the invoices to remind of.',
    })
  }
  const items = chosen.filter((item) => item.legalEntity === carrying.legalEntity)
  await cancelWaiting(db, asked.customer, carrying.legalEntity)
  const { id } = await queueByHand(db, {
    customer: asked.customer,
    legalEntity: carrying.legalEntity,
    tone: asked.tone,
    carrying: carrying.id,
    decidedOn: run.today,
    messageId: `<q.${randomUUID()}@${run.mailDomains.get(carrying.legalEntity) ?? 'quittance.invalid'}>`,
  })
  await listByHand(
    db,
    id,
    items.map((item) => item.id),
    run.today,
  )
  await recordInJournal(db, {
    act: 'reminder.askedByHand',
    thing: 'reminder',
    thingId: id,
    customerId: asked.customer,
    details: { tone: asked.tone },
  })
  return id
}

/** What would be cancelled at its departure is not prepared: better said now than after an approval. */
async function refuseWhatCannotLeave(db: Db, customer: number): Promise<void> {
  if (await isStopped(db, customer)) {
    throw new AppError('customerStopped', 409, {
      fr: 'Rien ne part à ce client : il est en procédure collective, ou son dossier est confié. Levez-le d’abord sur sa fiche.',
      en: 'Nothing goes out to this customer: it is under insolvency proceedings, or handed over. Lift that on its page first.',
    })
  }
  if ((await reachableContacts(db, customer)).length > 0) return
  throw new AppError('noUsableAddress', 409, {
    fr: 'Ce client n’a aucune adresse e-mail qui puisse recevoir une relance : ajoutez ou corrigez un contact sur sa fiche.',
    en: 'This customer has no e-mail address that can receive a reminder: add or correct a contact on its page.',
  })
}
