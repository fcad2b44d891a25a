import type { DirectoryDropItem, DropItem, FileDropItem } from 'react-aria-components'
import { describe, expect, it } from 'vitest'
import { filesOfDrop, folderOf } from './dropped-files.ts'

const file = (name: string): FileDropItem => ({
  kind: 'file',
  type: 'application/pdf',
  name,
  getFile: async () => new File(['x'], name),
  getText: async () => 'x',
})

const folder = (name: string, ...entries: readonly (FileDropItem | DirectoryDropItem)[]): DirectoryDropItem => ({
  kind: 'directory',
  name,
  async *getEntries() {
    yield* entries
  },
})

const namesOf = async (...items: readonly DropItem[]): Promise<readonly string[]> =>
  (await filesOfDrop(items)).files.map(({ name }) => name)

describe('what is dropped', () => {
  it('is all files, those in folders within folders too', async () => {
    const november = folder('Novembre', file('FA-1.pdf'), folder('avoirs', file('AV-1.pdf')))
    expect(await namesOf(november, file('FA-2.pdf'))).toEqual(['FA-1.pdf', 'AV-1.pdf', 'FA-2.pdf'])
  })

  it('is called by its folder where it is one', async () => {
    expect(await filesOfDrop([folder('Novembre', file('FA-1.pdf'))])).toMatchObject({ folder: 'Novembre' })
    expect((await filesOfDrop([folder('Novembre'), file('FA-2.pdf')])).folder).toBeUndefined()
  })
})

describe('what is chosen', () => {
  it('is called by the folder its files say the way to', () => {
    const chosen = Object.assign(new File(['x'], 'FA-1.pdf'), { webkitRelativePath: 'Novembre/avoirs/FA-1.pdf' })
    expect(folderOf([chosen])).toBe('Novembre')
    expect(folderOf([Object.assign(new File(['x'], 'FA-1.pdf'), { webkitRelativePath: '' })])).toBeUndefined()
  })
})
