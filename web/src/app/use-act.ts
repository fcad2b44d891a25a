import { useQueryClient } from '@tanstack/react-query'
import { showToast } from '../ui/toasts/toast-queue.ts'

export interface Act<Answer> {
  readonly work: () => Promise<Answer>
  /** What is said once it is done; undefined says nothing. */
  readonly done: (answer: Answer) => string | undefined
  /** Takes it back, by the toast's button or Z. */
  readonly undo?: ((answer: Answer) => Promise<unknown>) | undefined
}

/**
 * Acts at once and says so, with the way back; a refusal is said in the server's words. Every list on screen is read
 * again either way. Answers whether it was done.
 */
export function useAct() {
  const client = useQueryClient()
  return async <Answer>({ work, done, undo }: Act<Answer>): Promise<boolean> => {
    try {
      const answer = await work()
      const message = done(answer)
      const takeBack = undo && {
        undo: async () => {
          await undo(answer)
          await client.invalidateQueries()
        },
      }
      if (message !== undefined) showToast({ message, ...takeBack })
      return true
    } catch (problem) {
      showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
      return false
    } finally {
      await client.invalidateQueries()
    }
  }
}
