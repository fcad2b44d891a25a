/** Stops this piece of work on a bug: a condition no input of a person can break. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`)
}
