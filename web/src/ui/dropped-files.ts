import { type DirectoryDropItem, type DropItem, isDirectoryDropItem, isFileDropItem } from 'react-aria-components'

/** Files in folders within folders at most: beyond, somebody dropped their disk. */
const mostFiles = 10_000

/** All files of a drop, those in folders too; `folder` is the name of the only thing dropped when it is a folder. */
export async function filesOfDrop(
  items: readonly DropItem[],
): Promise<{ readonly files: readonly File[]; readonly folder?: string }> {
  const files: File[] = []
  for (const item of items) {
    if (isFileDropItem(item)) files.push(await item.getFile())
    else if (isDirectoryDropItem(item)) await gather(item, files)
  }
  const [only] = items
  return only && items.length === 1 && isDirectoryDropItem(only) ? { files, folder: only.name } : { files }
}

async function gather(folder: DirectoryDropItem, files: File[]): Promise<void> {
  for await (const entry of folder.getEntries()) {
    if (files.length >= mostFiles) return
    if (isFileDropItem(entry)) files.push(await entry.getFile())
    else if (isDirectoryDropItem(entry)) await gather(entry, files)
  }
}

/** The folder that a browser was told to pick: its files say the way to them. */
export const folderOf = (files: readonly File[]): string | undefined =>
  files[0]?.webkitRelativePath.split('/').slice(0, -1)[0]
