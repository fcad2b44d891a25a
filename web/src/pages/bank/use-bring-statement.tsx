import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { useAct } from '../../app/use-act.ts'
import { type Brought, bringStatement, type SaidOfFile } from '../../reconciliation/api.ts'
import { type ColumnsQuestion, columnsShown, type ShownColumn } from './columns-question.ts'
import { type AccountQuestion, WhichAccount } from './WhichAccount.tsx'
import { WhichColumns } from './WhichColumns.tsx'

/**
 * Brings a statement, one after the other, and says how many lines are new; `input` is the hidden file field, with the
 * question of which account a file is of that does not say. `account` is the one the page shows.
 */
export function useBringStatement(account: number | undefined) {
  const { t } = useTranslation('reconciliation')
  const act = useAct()
  const field = useRef<HTMLInputElement>(null)
  const queue = useRef(Promise.resolve())
  const [waiting, setWaiting] = useState(0)
  const [question, setQuestion] = useState<AccountQuestion | null>(null)
  const [columns, setColumns] = useState<ColumnsQuestion | null>(null)

  const ask = (fileName: string): Promise<number | null> =>
    new Promise((resolve) => {
      const answer = (chosen: number | null): void => {
        setQuestion(null)
        resolve(chosen)
      }
      setQuestion({ fileName, answer })
    })
  const askColumns = (fileName: string, shown: readonly ShownColumn[]): Promise<readonly (string | null)[] | null> =>
    new Promise((resolve) => {
      const answer = (chosen: readonly (string | null)[] | null): void => {
        setColumns(null)
        resolve(chosen)
      }
      setColumns({ fileName, shown, answer })
    })
  /** What a person answers to what the file does not say; undefined where that is no question, null to let it be. */
  const answerTo = async (problem: unknown, file: File): Promise<SaidOfFile | null | undefined> => {
    if (!(problem instanceof ApiError)) return undefined
    if (problem.code === 'whichAccount') {
      const chosen = await ask(file.name)
      return chosen === null ? null : { account: chosen }
    }
    const shown = columnsShown(problem.details)
    if (!shown) return undefined
    const chosen = await askColumns(file.name, shown)
    return chosen === null ? null : { columns: chosen }
  }
  const send = async (file: File, given: SaidOfFile = { account }): Promise<Brought | null> => {
    try {
      return await bringStatement(file, given)
    } catch (problem) {
      const more = await answerTo(problem, file)
      if (more === undefined) throw problem
      return more === null ? null : send(file, { ...given, ...more })
    }
  }
  const said = ({ newLines, knownLines, applied }: Brought): string =>
    [
      t('bring.done', { count: newLines }),
      knownLines > 0 && t('bring.known', { count: knownLines }),
      applied > 0 && t('bring.applied', { count: applied }),
    ]
      .filter(Boolean)
      .join(' ')

  const bring = (file: File) => {
    setWaiting((count) => count + 1)
    queue.current = queue.current
      .then(() => act({ work: () => send(file), done: (brought) => (brought === null ? undefined : said(brought)) }))
      .then(() => setWaiting((count) => count - 1))
  }
  return {
    bring,
    isPending: waiting > 0,
    choose: () => field.current?.click(),
    input: (
      <>
        <input
          ref={field}
          type="file"
          multiple
          hidden
          aria-label={t('bring.action')}
          onChange={({ target }) => {
            for (const file of target.files ?? []) bring(file)
            target.value = '' // the same file may be chosen again
          }}
        />
        {question && <WhichAccount key={question.fileName} question={question} />}
        {columns && <WhichColumns key={columns.fileName} question={columns} />}
      </>
    ),
  }
}
