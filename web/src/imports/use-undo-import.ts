import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { undoImport } from './api.ts'

/** Takes a whole import back; what stands on it is said when it cannot be. */
export function useUndoImport() {
  const { t } = useTranslation('imports')
  const act = useAct()
  return (id: number, name: string) => act({ work: () => undoImport(id), done: () => t('undo.done', { name }) })
}
