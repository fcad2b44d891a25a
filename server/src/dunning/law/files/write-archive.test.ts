import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { checkArchive } from './verify-archive.ts'
import { type FileEntry, nameFiles, writeArchive } from './write-archive.ts'

const folder = await mkdtemp(join(tmpdir(), 'quittance-law-'))
afterAll(() => rm(folder, { recursive: true }))

const text = (name: string, content: string): FileEntry => ({ name, read: async () => Buffer.from(content) })
const entries = [text('synthese.html', '<p>Castel</p>'), text('factures/F-1.pdf', '%PDF-1.7 F-1'), text('vide.txt', '')]
const check = async (path: string) => checkArchive(path, (await stat(path)).size)

async function written(name: string, files = entries) {
  const path = join(folder, name)
  return { path, ...(await writeArchive(path, { customer: 'CASTEL' }, files)) }
}

/** Another archive with these files, under the manifest of the first. */
async function forged(name: string, files: Readonly<Record<string, Buffer>>) {
  const path = join(folder, name)
  const archive = new ZipFile()
  for (const [entry, content] of Object.entries(files)) archive.addBuffer(content, entry)
  archive.end()
  const chunks: Buffer[] = []
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer)
  await writeFile(path, Buffer.concat(chunks))
  return path
}

async function manifestOf(files: readonly FileEntry[]): Promise<Buffer> {
  const { createHash } = await import('node:crypto')
  const told = await Promise.all(
    files.map(async ({ name, read }) => {
      const content = await read()
      return { name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    }),
  )
  const manifest = { format: 'quittance-legal-file/1', about: { customer: 'CASTEL' }, files: told }
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
}

describe('a sealed archive', () => {
  it('is what its manifest says, and the seal is the hash of that manifest', async () => {
    const { path, files, manifestSha256 } = await written('one.zip')
    expect(files).toBe(3)
    expect(await check(path)).toEqual({ kind: 'read', manifestSha256, files: 3, problems: [] })
    const { createHash } = await import('node:crypto')
    expect(manifestSha256).toBe(
      createHash('sha256')
        .update(await manifestOf(entries))
        .digest('hex'),
    )
  })

  it('is the same to the byte when it is made again of the same files', async () => {
    const [one, other] = [await written('a.zip'), await written('b.zip')]
    expect((await readFile(one.path)).equals(await readFile(other.path))).toBe(true)
  })

  it('gives away a file that was changed, taken out or put in', async () => {
    const manifest = await manifestOf(entries)
    const path = await forged('forged.zip', {
      'manifest.json': manifest,
      'synthese.html': Buffer.from('<p>Castel ne doit rien</p>'),
      'vide.txt': Buffer.from(''),
      'de-plus.txt': Buffer.from('x'),
    })
    expect(await check(path)).toMatchObject({
      problems: [
        { file: 'synthese.html', problem: 'changed' },
        { file: 'factures/F-1.pdf', problem: 'missing' },
        { file: 'de-plus.txt', problem: 'unknown' },
      ],
    })
  })

  it('carries another seal once its manifest is rewritten with the file', async () => {
    const sealed = await written('sealed.zip')
    const rewritten = await written('rewritten.zip', [text('synthese.html', 'autre'), ...entries.slice(1)])
    const checked = await check(rewritten.path)
    expect(checked).toMatchObject({ kind: 'read', problems: [] })
    expect(rewritten.manifestSha256).not.toBe(sealed.manifestSha256)
  })

  it('is told from any other file', async () => {
    const other = await forged('other.zip', { 'a.txt': Buffer.from('a') })
    expect(await check(other)).toEqual({ kind: 'notALegalFile' })
    expect(await check(await forged('odd.zip', { 'manifest.json': Buffer.from('{"files":3}') }))).toEqual({
      kind: 'notALegalFile',
    })
    const path = join(folder, 'text.zip')
    await writeFile(path, 'Bonjour')
    expect(await check(path)).toEqual({ kind: 'notALegalFile' })
  })

  it('notices a single bit, wherever it falls in the bytes of a file', async () => {
    const { path } = await written('bits.zip', [text('long.txt', 'Castel doit 12 450,00 €. '.repeat(40))])
    const bytes = await readFile(path)
    const start = 30 + 'long.txt'.length
    for (const at of [start + 2, start + 9, start + 15]) {
      const turned = Buffer.from(bytes)
      turned[at] = (turned[at] ?? 0) ^ 1
      await writeFile(join(folder, 'turned.zip'), turned)
      expect(await check(join(folder, 'turned.zip'))).toMatchObject({ problems: [{ problem: 'changed' }] })
    }
  })

  it('reads one file after the other, never two at once', async () => {
    let open = 0
    let most = 0
    const slow = Array.from({ length: 20 }, (_, index) => ({
      name: `${index}.bin`,
      read: async () => {
        most = Math.max(most, ++open)
        await new Promise((done) => setImmediate(done))
        open--
        return Buffer.alloc(1000, index)
      },
    }))
    await written('slow.zip', slow)
    expect(most).toBe(1)
  })

  it('fails as a whole when one of its files cannot be read', async () => {
    const broken = { name: 'b', read: () => Promise.reject(new Error('no such invoice')) }
    await expect(written('broken.zip', [...entries, broken])).rejects.toThrow('no such invoice')
  })
})

it('no two files of an archive have one name, nor one that a file system reads otherwise', () => {
  const name = nameFiles()
  expect(name('factures', 'F-1.pdf')).toBe('factures/F-1.pdf')
  expect(name('factures', 'f-1.PDF')).toBe('factures/f-1-2.PDF')
  expect(name('factures', '../../etc/passwd')).toBe('factures/__.._etc_passwd')
  expect(name('factures', '..')).toBe('factures/_')
  expect(name('preuves', 'depot\u202efdp.exe')).toBe('preuves/depot_fdp.exe')
  expect(name('courriers', 'F-1.pdf')).toBe('courriers/F-1.pdf')
})
