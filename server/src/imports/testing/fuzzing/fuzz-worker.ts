import { parentPort } from 'node:worker_threads'
import { checkReading, type Outcome } from './check-reading.ts'

/** What a worker answers of one file. */
export type Answer =
  | { readonly outcome: Outcome }
  | { readonly failure: { readonly name: string; readonly message: string; readonly stack: string } }

parentPort?.on('message', async (path: string) => {
  parentPort?.postMessage(await answerOf(path))
})

async function answerOf(path: string): Promise<Answer> {
  try {
    return { outcome: await checkReading(path) }
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { failure: { name, message: message.slice(0, 300), stack: stack.slice(0, 3000) } }
  }
}
