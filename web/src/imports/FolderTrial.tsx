import { IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { useCount } from '../ui/use-count.ts'
import { type Trial, tryFolder } from './source-api.ts'
import { type SourceForm, secretOf, settingsOf } from './source-form.ts'

export interface FolderTrialProps {
  readonly form: SourceForm
  readonly sourceId: number | undefined
  /** The fields are filled in well enough to look. */
  readonly isReady: boolean
  /** The key the server showed: it is kept with the source. */
  readonly onKey: (hostKey: string | null) => void
}

const mostShown = 12

/** « Essayer »: what Quittance sees there, and nothing imported. */
export function FolderTrial({ form, sourceId, isReady, onKey }: FolderTrialProps) {
  const { t } = useTranslation('imports')
  const [trial, setTrial] = useState<Trial | { readonly trouble: string } | null>(null)
  const [isPending, setPending] = useState(false)
  const look = async () => {
    setPending(true)
    const secret = secretOf(form)
    const kind = form.kind === 'sftp' ? ('sftp' as const) : ('folder' as const)
    const asked = { kind, settings: settingsOf(form), ...(secret && { secret }), ...(sourceId && { sourceId }) }
    const seen = await tryFolder(asked).catch((problem: unknown) => ({
      hostKey: null,
      trouble: problem instanceof Error ? problem.message : String(problem),
    }))
    setTrial(seen)
    onKey(seen.hostKey)
    setPending(false)
  }
  return (
    <div className="grid gap-2">
      <Button
        icon={IconPlugConnected}
        onPress={() => void look()}
        isPending={isPending}
        disabledReason={isReady ? undefined : t('trial.notReady')}
        className="justify-self-start"
      >
        {t('trial.act')}
      </Button>
      <div role="status">{trial && <Seen trial={trial} />}</div>
    </div>
  )
}

function Seen({ trial }: { readonly trial: Trial | { readonly trouble: string } }) {
  const { t } = useTranslation('imports')
  const written = useCount()
  if (!('files' in trial) || trial.trouble !== null)
    return <p className="rounded-block bg-dangerbg px-3 py-2 text-small break-words">{trial.trouble}</p>
  const { files, fileCount, hostKey } = trial
  return (
    <div className="grid gap-1.5 rounded-block border border-line bg-sunken px-3 py-2 text-small">
      {hostKey && (
        <p className="break-all text-ink2">
          {t('trial.key')} <code className="font-mono">{hostKey}</code>
        </p>
      )}
      <p className="font-medium">{t('trial.files', { count: fileCount, written: written(fileCount) })}</p>
      <ul className="grid gap-0.5">
        {files.slice(0, mostShown).map(({ name, verdict }) => (
          <li key={name} className="flex min-w-0 justify-between gap-3">
            <span className="min-w-0 truncate">{name}</span>
            <span className="shrink-0 text-ink2">{t(`trial.verdict.${verdict}`)}</span>
          </li>
        ))}
      </ul>
      {fileCount > mostShown && <p className="text-ink3">{t('trial.others', { count: fileCount - mostShown })}</p>}
    </div>
  )
}
