import { Worker } from 'node:worker_threads'
import type { Answer } from './fuzz-worker.ts'

/** How a file was read: `cpu` in milliseconds, `memory` in megabytes, the most the process grew by: it seldom gives back. */
export interface Trial {
  readonly answer: Answer
  readonly cpu: number
  readonly memory: number
}

export interface Bounds {
  /** Megabytes: of the heap of the reader, and twice as many that the process may grow by. */
  readonly memory: number
}

/** Reads files one after the other in a thread (the `program` of a worker) that is ended, and begun again, where it passes its bounds or dies. */
export function openReader(bounds: Bounds, program = new URL('./fuzz-worker.ts', import.meta.url)) {
  let worker: Worker | undefined
  const started = (): Worker => {
    worker ??= new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: bounds.memory },
      stdout: true,
      stderr: true,
    })
    return worker
  }
  const end = async (): Promise<void> => {
    await worker?.terminate()
    worker = undefined
  }
  /** `most`: milliseconds of processor, for another program on the machine is no fault of the file. */
  const read = async (path: string, most: number): Promise<Trial> => {
    const before = process.cpuUsage()
    const held = process.memoryUsage.rss()
    const trial = { cpu: 0, memory: 0 }
    const look = (): Answer | undefined => {
      const { user, system } = process.cpuUsage(before)
      trial.cpu = Math.round((user + system) / 1000)
      trial.memory = Math.max(trial.memory, Math.round((process.memoryUsage.rss() - held) / 1_000_000))
      if (trial.cpu > most) return failed('Hang', `${most} ms of processor and no end`)
      return trial.memory > bounds.memory * 2 ? failed('Memory', `${trial.memory} MB`) : undefined
    }
    const answer = await answered(started(), path, look)
    look()
    if ('failure' in answer) await end()
    return { answer, ...trial }
  }
  return { read, end }
}

const failed = (name: string, message: string): Answer => ({ failure: { name, message, stack: '' } })

/** The worker's answer, or what ended it first. */
function answered(worker: Worker, path: string, look: () => Answer | undefined): Promise<Answer> {
  const own = new AbortController()
  return new Promise<Answer>((resolve) => {
    const watch = setInterval(() => {
      const over = look()
      if (over) resolve(over)
    }, 50)
    own.signal.addEventListener('abort', () => clearInterval(watch))
    const hear = (event: string, made: (heard: unknown) => Answer): void => {
      const listener = (heard: unknown): void => resolve(made(heard))
      worker.on(event, listener)
      own.signal.addEventListener('abort', () => worker.off(event, listener))
    }
    hear('message', (heard) => heard as Answer)
    hear('error', (error) => failed(`Thrown ${(error as Error).name}`, (error as Error).stack ?? String(error)))
    hear('exit', (code) => failed('Exit', String(code)))
    worker.postMessage(path)
  }).finally(() => own.abort())
}
