import { useQueryClient } from '@tanstack/react-query'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { changeReading, type Import, importQuery, type ReadingChange, showImport } from './api.ts'
import { withField } from './with-field.ts'

/** Changes how a file is read. What one says shows at once; the file is then checked again by the server. */
export function useReading({ id, columns }: Pick<Import, 'id' | 'columns'>) {
  const client = useQueryClient()
  const change = async (said: ReadingChange, become: (file: Import) => Import = (file) => file) => {
    showImport(client, id, (file) => ({ ...become(file), state: 'checking', error: null }))
    try {
      await changeReading(id, said)
    } catch (problem) {
      showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
    }
    await client.invalidateQueries({ queryKey: importQuery(id).queryKey })
  }
  return {
    /** Null leaves the column out. */
    setField: (position: number, field: string | null) =>
      change({ columns: [{ position, field }] }, (file) => ({
        ...file,
        columns: withField(columns, position, field),
      })),
    setFormat: (said: Omit<ReadingChange, 'columns'>) => change(said),
  }
}
