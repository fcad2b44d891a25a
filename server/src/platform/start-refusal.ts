/** Why the program cannot go on, in a sentence that says the next move: main prints the message without a stack. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}
