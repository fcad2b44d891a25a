import { applyFile } from './applying/apply-file.ts'
import { checkFile } from './checking/check-file.ts'
import type { ImportJobs, ImportWork } from './import-work.ts'

/** Does the work at once and answers when it is done: for tests and for a server without a queue. */
export const inProcessJobs = (work: ImportWork): ImportJobs => ({
  check: (organization, file) => checkFile(work, organization, file),
  apply: (organization, file) => applyFile(work, organization, file),
})
