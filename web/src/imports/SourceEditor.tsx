import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { FolderTrial } from './FolderTrial.tsx'
import { SourceFields } from './SourceFields.tsx'
import { addSource, changeSource, removeSource, type Source } from './source-api.ts'
import { changeOf, formOf, newSourceForm, newSourceOf, wrongSourceFields } from './source-form.ts'
import { WatchFields } from './WatchFields.tsx'

export interface SourceEditorProps {
  /** null: a new one. */
  readonly source: Source | null
  /** Folders of the machine under which files may be fetched. */
  readonly folders: readonly string[]
  readonly onDone: () => void
}

/** What a source is called, what its files hold and, for a folder, how it is watched. */
export function SourceEditor({ source, folders, onDone }: SourceEditorProps) {
  const { t } = useTranslation('imports')
  const { legalEntities } = useSession()
  const act = useAct()
  const [form, setForm] = useState(() => (source ? formOf(source) : newSourceForm(legalEntities[0]?.id, folders[0])))
  const [hasTried, setTried] = useState(false)
  const [isPending, setPending] = useState(false)
  const [hostKey, setHostKey] = useState<string | null>(null)
  const found = wrongSourceFields(form)
  const wrong = hasTried ? found : []
  const isWatched = form.kind === 'folder' || form.kind === 'sftp'
  const save = async (acceptsNewHostKey = false) => {
    setTried(true)
    if (isPending || found.length > 0) return
    setPending(true)
    const isSaved = await act<unknown>({
      work: () =>
        source
          ? changeSource(source.id, changeOf(form, { hostKey, acceptsNewHostKey }))
          : addSource(newSourceOf(form, hostKey)),
      done: () => t('source.saved', { name: form.name.trim() }),
    })
    if (isSaved) onDone()
    else setPending(false)
  }
  const remove = async () => {
    if (source && (await act({ work: () => removeSource(source.id), done: () => t('source.removed') }))) onDone()
  }
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
      noValidate
      className="grid gap-4"
    >
      <SourceFields form={form} onChange={setForm} wrong={wrong} isNew={source === null} />
      {isWatched && <WatchFields form={form} onChange={setForm} wrong={wrong} source={source} folders={folders} />}
      {isWatched && (
        <FolderTrial
          form={form}
          sourceId={source?.id}
          isReady={found.every((one) => one === 'name')}
          onKey={setHostKey}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2.5">
        {source?.canRemove && (
          <Button variant="danger" onPress={() => void remove()} className="mr-auto">
            {t('source.remove')}
          </Button>
        )}
        {source?.hostKey && !source.isActive && source.trouble && (
          <Button onPress={() => void save(true)}>{t('source.acceptKey')}</Button>
        )}
        <Button variant="primary" type="submit" isPending={isPending}>
          {t('source.save')}
        </Button>
      </div>
    </form>
  )
}
