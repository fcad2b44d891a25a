import type { Act } from './use-act.ts'

/** Something that is done in the same act, and taken back with it. */
export interface Along {
  readonly work: () => Promise<unknown>
  readonly undo: () => Promise<unknown>
}

interface Undoable<Answer> extends Act<Answer> {
  readonly undo: (answer: Answer) => Promise<unknown>
}

/**
 * Both or neither: where the second is refused the first is taken back, and the refusal is told. Undone the other way
 * round.
 */
export function together<Answer>(act: Undoable<Answer>, along: Along | undefined): Act<Answer> {
  if (along === undefined) return act
  return {
    done: act.done,
    work: async () => {
      const answer = await act.work()
      try {
        await along.work()
      } catch (refusal) {
        await act.undo(answer)
        throw refusal
      }
      return answer
    },
    undo: async (answer) => {
      await along.undo()
      await act.undo(answer)
    },
  }
}
