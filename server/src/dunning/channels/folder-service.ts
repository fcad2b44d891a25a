import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostalBatch, PostalService } from './postal-service.ts'

/** The three files of a batch, by name. */
const filesOf = ({ key, pdf, addresses, letters, pages }: PostalBatch): Readonly<Record<string, Buffer>> => ({
  'letters.pdf': pdf,
  'addresses.csv': addresses,
  'batch.json': Buffer.from(
    `${JSON.stringify({ key, letters, pages, pdfSha256: sha256(pdf), addressesSha256: sha256(addresses) }, null, 2)}\n`,
  ),
})

/**
 * Puts each batch in a folder of its own, whole or not at all: a printer's watched folder, or a share that a postal
 * service fetches from. The folder bears the key, so that the same batch lies there once however often it is given.
 */
export const folderService = (folder: string): PostalService => ({
  name: 'folder',
  async deposit(batch) {
    const place = join(folder, batch.key)
    const files = filesOf(batch)
    await mkdir(folder, { recursive: true })
    if (await liesThere(place, files)) return { place }
    const unfinished = join(folder, `.${batch.key}.${randomUUID()}`)
    await mkdir(unfinished)
    try {
      for (const [name, content] of Object.entries(files)) await writeToDisk(join(unfinished, name), content)
      await rename(unfinished, place)
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true })
      // Somebody else put it there in the same moment: then it is there, once.
      if (!(await liesThere(place, files))) throw error
    }
    return { place }
  },
})

/** True when this very batch is there; another content under its name is an error and is left alone. */
async function liesThere(place: string, files: Readonly<Record<string, Buffer>>): Promise<boolean> {
  for (const [name, content] of Object.entries(files)) {
    const found = await readFile(join(place, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (found === null) return false
    if (!found.equals(content))
      throw new Error(`${place} holds another batch: move it away, then hand this one over again.`)
  }
  return true
}

/** On the disk, not only in its cache, before the folder gets its name. */
async function writeToDisk(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
