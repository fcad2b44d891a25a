import type { Sentence } from './http/app-error.ts'

/** Why the program cannot go on, in a sentence that says the next move: main prints it without a stack. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
  readonly sentence: Sentence

  constructor(sentence: Sentence) {
    super(sentence.en)
    this.sentence = sentence
  }
}
