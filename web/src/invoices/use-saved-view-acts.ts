import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { useAct } from '../app/use-act.ts'
import type { ColumnId } from './list-columns.ts'
import type { InvoiceListSearch } from './list-search.ts'
import type { NamedView } from './SaveViewDialog.tsx'
import { type SavedView, savedFrom, searchOf } from './saved-search.ts'
import { changeSavedView, removeSavedView, saveView } from './saved-views.ts'

/** Keeping, renaming, sharing and removing lists, each said in a message and taken back by it. */
export function useSavedViewActs(views: readonly SavedView[]) {
  const { t } = useTranslation('invoices')
  const act = useAct()
  const navigate = useNavigate()

  /** Under a name one already has, that view means this list from now on. */
  const save = async (list: { search: InvoiceListSearch; columns: readonly ColumnId[] }, named: NamedView) => {
    const search = savedFrom(list.search, list.columns)
    const before = views.find((one) => one.sharedBy === null && isSameName(one.name, named.name))
    const isDone = await act({
      work: async () => {
        if (!before) return saveView({ ...named, search })
        await changeSavedView(before.id, { ...named, search })
        return before.id
      },
      done: () => t('saved.done', { name: named.name }),
      undo: (id) => (before ? changeSavedView(before.id, contentOf(before)) : removeSavedView(id)),
    })
    if (isDone) await navigate({ to: paths.invoices, search: searchOf(search), replace: true })
  }
  const change = (view: SavedView, to: Partial<NamedView>) =>
    act({
      work: () => changeSavedView(view.id, to),
      done: () => t(to.isShared === undefined ? 'saved.renamed' : to.isShared ? 'saved.shared' : 'saved.unshared'),
      undo: () => changeSavedView(view.id, { name: view.name, isShared: view.isShared }),
    })
  /** What colleagues lose too was asked first, and is not taken back by a key. */
  const remove = (view: SavedView) =>
    act({
      work: () => removeSavedView(view.id),
      done: () => t('saved.removed', { name: view.name }),
      ...(view.sharedBy === null && { undo: () => saveView(contentOf(view)) }),
    })
  return { save, change, remove }
}

const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
const contentOf = ({ name, isShared, search }: SavedView) => ({ name, isShared, search })
