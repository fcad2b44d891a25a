import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { useAct } from '../../app/use-act.ts'
import { type Brought, bringStatement } from '../../reconciliation/api.ts'
import { type AccountQuestion, WhichAccount } from './WhichAccount.tsx'

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

  const ask = (fileName: string): Promise<number | null> =>
    new Promise((resolve) => {
      const answer = (chosen: number | null): void => {
        setQuestion(null)
        resolve(chosen)
      }
      setQuestion({ fileName, answer })
    })
  const send = async (file: File): Promise<Brought | null> => {
    try {
      return await bringStatement(file, account)
    } catch (problem) {
      if (!(problem instanceof ApiError && problem.code === 'whichAccount')) throw problem
      const chosen = await ask(file.name)
      return chosen === null ? null : bringStatement(file, chosen)
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
      </>
    ),
  }
}
