/** What stops the launcher, in a sentence that says the next move; shown without a stack. */
export class Problem extends Error {
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** One line for each thing that takes a while. On the error channel: `quittance … --json` speaks on the other. */
export const say = (line) => console.error(`· ${line}`)
