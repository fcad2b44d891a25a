import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { TaskContext } from '../tasks/task-context.ts'
import { callScript } from './calls/call-script.ts'
import { copyFacts, prepareCopy, takeCopyBack } from './copies/prepare-copy.ts'
import { changeWriteOff, endHandover, handOver, writeOff } from './law/end-of-road.ts'
import { letterOfTask } from './letters/letter-of-task.ts'
import { latestDecisionOf } from './reminders/list-queries.ts'
import { sayer } from './reminders/words.ts'
import { decideAgain } from './run/daily-run.ts'
import { loadRunContext } from './run/run-context.ts'

/** One decision for the customer comes after all that an outcome writes. */
const quiet = async (): Promise<void> => {}

/** What ending a task asks of the dunning word. */
export const taskHooks = (nowMs: () => number): TaskContext => ({
  nowMs,
  factsChanged: (db, customers) => decideAgain(db, customers, nowMs()),
  climbWithTask,
  climbDown,
  letterOf: async (db, task) => letterOfTask(db, task, await loadRunContext(db, nowMs())),
  whyOf: async (db, customer, language) => {
    const latest = await latestDecisionOf(db, customer)
    return latest ? (await sayer(db, [latest.decision], language)).decision(latest.decision, latest.customerName) : null
  },
  handOver: (db, { on, ...given }) => handOver(db, { ...given, handedOverOn: on }, { today: on, factsChanged: quiet }),
  endHandover: (db, handover, on) => endHandover(db, handover, null, { today: on, factsChanged: quiet }),
  writeOff: (db, { on, ...given }) => writeOff(db, { ...given, writtenOffOn: on }, { today: on, factsChanged: quiet }),
  endWriteOff: async (db, one) => {
    const { today } = await loadRunContext(db, nowMs())
    await changeWriteOff(db, one, true, { today, factsChanged: quiet })
  },
  callDesk: async (db) => {
    const run = await loadRunContext(db, nowMs())
    return {
      script: (within, asked) => callScript(within, asked, run),
      copyFacts: (within, about) => copyFacts(within, about, run),
    }
  },
  prepareCopy: async (db, about) => prepareCopy(db, about, await loadRunContext(db, nowMs()), nowMs()),
  takeCopyBack,
})

/** The items of the task climb their rungs, each once. */
async function climbWithTask(db: Db, task: number, how: 'done' | 'setAside', on: CalendarDate): Promise<void> {
  await db.run(sql`
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how, task_id)
    select organization_id, open_item_id, step_key, delay_days, ${on}, ${how}, task_id from task_item
    where organization_id = current_organization() and task_id = ${task} and step_key is not null
    on conflict (organization_id, open_item_id, step_key) do nothing`)
}

async function climbDown(db: Db, task: number): Promise<void> {
  await db.run(sql`delete from step_taken where organization_id = current_organization() and task_id = ${task}`)
}
