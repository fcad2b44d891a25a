import { deepLists, itemLists, type ListRequest, otherLists, type Whom } from './list-requests.ts'

/** One list: the middle and the worst of the runs, in milliseconds, from the request to the whole answer. */
export interface ListFigure {
  readonly name: string
  readonly p50: number
  readonly worst: number
  readonly rows: number
}

/** A signed-in browser's GET: the answer's body; throws on a refusal. */
export type Get = (url: string) => Promise<Record<string, unknown>>

const pagesDown = 40

/** Runs a list: the default is enough that the server has planned each statement once and for all. */
export interface ListChoice {
  readonly runs?: number
  /** Only lists whose name has this text. */
  readonly only?: string
}

/** Asks every list of the product as its screens do, several times each, one after the other. */
export async function* measureLists(get: Get, whom: Whom, { runs = 9, only = '' }: ListChoice = {}) {
  const wanted = ({ name }: ListRequest) => name.includes(only)
  for (const request of [...itemLists(whom), ...otherLists(whom)].filter(wanted)) yield figureOf(get, request, runs)
  for (const request of deepLists(whom).map(deeper).filter(wanted)) {
    yield figureOf(get, { ...request, url: await addressFarDown(get, request.url) }, runs)
  }
}

const deeper = ({ name, url }: ListRequest): ListRequest => ({ name: `${name} page ${pagesDown}`, url })

async function addressFarDown(get: Get, url: string): Promise<string> {
  let address = url
  for (let page = 0; page < pagesDown; page += 1) {
    const { nextCursor } = await get(address)
    if (typeof nextCursor !== 'string') break
    address = `${url}&cursor=${encodeURIComponent(nextCursor)}`
  }
  return address
}

async function figureOf(get: Get, { name, url }: ListRequest, runs: number): Promise<ListFigure> {
  const answer = await get(url)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    await get(url)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  return { name, p50: rounded(times[Math.floor(runs / 2)]), worst: rounded(times.at(-1)), rows: rowsOf(answer) }
}

const rounded = (ms = Number.NaN): number => Math.round(ms * 10) / 10

const rowsOf = (answer: Record<string, unknown>): number => {
  const list = Array.isArray(answer) ? answer : (answer.rows ?? answer.customers)
  return Array.isArray(list) ? list.length : 1
}
