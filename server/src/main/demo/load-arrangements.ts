import type { DemoTask } from '@quittance/core/testing/demo-company/shapes.ts'
import { demoCompany } from '@quittance/core/testing/demo-company.ts'
import type { Db } from '../../platform/database/db.ts'
import { addPastDispute, addPastPromise, addPlan, addProfile, addTask, addTaskItem } from './arrangement-queries.ts'
import { dueDay, idIn, instantAt, type Known, personIn, workDay } from './known.ts'

/** What was agreed with customers, what they contest, what waits for a person. */
export async function loadArrangements(db: Db, known: Known): Promise<void> {
  const itemsOf = (invoices: readonly string[]) => invoices.map((number) => idIn(known.items, number).item)
  for (const { customer, invoices, promisedFor, amount, note, notedOn, by } of demoCompany.promises) {
    await addPastPromise(db, {
      customer: idIn(known.customers, customer),
      items: itemsOf(invoices),
      promisedFor: dueDay(known, promisedFor),
      amount,
      note,
      notedOn: workDay(known, notedOn),
      notedBy: personIn(known, by),
    })
  }
  for (const { customer, invoices, agreedOn, note, instalments } of demoCompany.plans) {
    await addPlan(db, {
      customer: idIn(known.customers, customer),
      items: itemsOf(invoices),
      agreedOn: workDay(known, agreedOn),
      note,
      dueOn: instalments.map((one) => dueDay(known, one.dueOn)),
      amounts: instalments.map((one) => one.amount),
    })
  }
  for (const { customer, profile, note, on, by } of demoCompany.profiles) {
    await addProfile(db, {
      customer: idIn(known.customers, customer),
      profile,
      note,
      on: workDay(known, on),
      by: personIn(known, by),
    })
  }
  for (const { customer, invoices, openedOn, owner, ...said } of demoCompany.disputes) {
    await addPastDispute(db, {
      ...said,
      customer: idIn(known.customers, customer),
      items: itemsOf(invoices),
      openedOn: workDay(known, openedOn),
      owner: personIn(known, owner),
    })
  }
  for (const task of demoCompany.tasks) await loadTask(db, known, task)
}

async function loadTask(db: Db, known: Known, task: DemoTask): Promise<void> {
  const { step, doneAtMinute, alsoAbout = [] } = task
  const item = step ? idIn(known.items, step.invoice).item : null
  const { id } = await addTask(db, {
    kind: task.kind,
    customer: task.customer === null ? null : idIn(known.customers, task.customer),
    legalEntity: task.customer === null ? null : known.legalEntity,
    item,
    step: step?.key ?? null,
    delayDays: step?.delayDays ?? null,
    title: task.title,
    note: task.note,
    assignee: personIn(known, task.assignee),
    dueOn: known.demo,
    doneAt: doneAtMinute === undefined ? null : instantAt(known, known.demo, doneAtMinute),
  })
  if (step && item !== null) await addTaskItem(db, id, item, { key: step.key, delayDays: step.delayDays })
  for (const number of alsoAbout) await addTaskItem(db, id, idIn(known.items, number).item, null)
}
