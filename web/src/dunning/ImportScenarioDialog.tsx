import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api.ts'
import { paths } from '../app/paths.ts'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Card.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { importScenario, type OneScenario, scenarioBehind, takeBackSaved } from './scenario-api.ts'

interface FileProblem {
  readonly line: number
  readonly field: string
  readonly fr: string
  readonly en: string
}

const problemsOf = (error: unknown): readonly FileProblem[] =>
  error instanceof ApiError ? ((error.details.problems ?? []) as readonly FileProblem[]) : []

export interface ImportScenarioDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A scenario brought in from its file; what is wrong in it is told with its line, and nothing is kept. */
export function ImportScenarioDialog({ isOpen, onClose }: ImportScenarioDialogProps) {
  const { t } = useTranslation('dunning')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('file.title')}>
      <ImportForm onDone={onClose} />
    </Dialog>
  )
}

function ImportForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('dunning')
  const act = useAct()
  const language = useLanguage()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<readonly FileProblem[]>([])
  const bring = async () => {
    setProblems([])
    let before: OneScenario | null = null
    try {
      before = await scenarioBehind(text)
    } catch (error) {
      const told = problemsOf(error)
      setProblems(told)
      // What is wrong in the file is said under it; anything else the import meets, too, and says.
      if (told.length > 0) return
    }
    await act({
      work: async () => {
        const brought = await importScenario(text)
        onDone()
        if (brought.id !== null) void navigate({ to: paths.scenario, params: { id: String(brought.id) } })
        return brought
      },
      done: ({ outcome }) => t(`file.done_${outcome}`),
      undo: before ? () => takeBackSaved(before, false) : undefined,
    })
  }
  return (
    <div className="grid gap-3">
      <p className="text-ink2">{t('file.how')}</p>
      <FileTrigger
        acceptedFileTypes={['.yaml', '.yml']}
        onSelect={(files) => void files?.[0]?.text().then((read) => setText(read))}
      >
        <Button>{t('file.choose')}</Button>
      </FileTrigger>
      <TextArea label={t('file.text')} value={text} onChange={setText} rows={12} />
      {problems.length > 0 && (
        <Note look="danger">
          <ul className="grid gap-1">
            {problems.slice(0, 10).map((problem) => (
              <li key={`${problem.line}-${problem.field}-${problem.en}`}>
                {t('file.line', { line: problem.line })}
                {problem.field && `, ${problem.field}`}
                {language === 'fr' ? '\u00a0: ' : ': '}
                {problem[language]}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={text.trim() === '' ? t('file.empty') : undefined}
          onPress={() => void bring()}
        >
          {t('file.import')}
        </Button>
      </div>
    </div>
  )
}
