import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { bringStatement } from '../../reconciliation/api.ts'

/** Brings a statement, one after the other, and says how many lines are new; `input` is the hidden file field. */
export function useBringStatement() {
  const { t } = useTranslation('reconciliation')
  const act = useAct()
  const field = useRef<HTMLInputElement>(null)
  const queue = useRef(Promise.resolve())
  const [waiting, setWaiting] = useState(0)

  const bring = (file: File) => {
    setWaiting((count) => count + 1)
    queue.current = queue.current
      .then(() =>
        act({
          work: () => bringStatement(file),
          done: ({ newLines, knownLines, applied }) =>
            [
              t('bring.done', { count: newLines }),
              knownLines > 0 && t('bring.known', { count: knownLines }),
              applied > 0 && t('bring.applied', { count: applied }),
            ]
              .filter(Boolean)
              .join(' '),
        }),
      )
      .then(() => setWaiting((count) => count - 1))
  }
  return {
    bring,
    isPending: waiting > 0,
    choose: () => field.current?.click(),
    input: (
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
    ),
  }
}
