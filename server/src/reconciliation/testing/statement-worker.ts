import { parentPort } from 'node:worker_threads'
import { checkStatement } from './check-statement.ts'

parentPort?.on('message', async (path: string) => {
  parentPort?.postMessage(await answerOf(path))
})

async function answerOf(path: string): Promise<unknown> {
  try {
    const read = await checkStatement(path)
    return { outcome: { inspected: read, read } }
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { failure: { name, message: message.slice(0, 300), stack: stack.slice(0, 3000) } }
  }
}
