import { applyFile } from './applying/apply-file.ts'
import { checkFile } from './checking/check-file.ts'
import type { ImportJobs, ImportWork } from './import-work.ts'
import { applyAsked } from './pushing/apply-asked.ts'

/** Does the work at once and answers when it is done: for tests and for a server without a queue. */
export const inProcessJobs = (work: ImportWork): ImportJobs => ({
  check: async (organization, file) => {
    await checkFile(work, organization, file)
    await applyAsked(work, organization)
  },
  apply: async (organization, file) => {
    await applyFile(work, organization, file)
    await applyAsked(work, organization)
  },
})
