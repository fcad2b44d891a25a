import { IconEye, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { lookNow, type Source } from './source-api.ts'
import { useSourceWords } from './use-source-words.ts'

export interface SourceLineProps {
  readonly source: Source
  /** Opens it to be changed; absent where sources are only looked at. */
  readonly onEdit?: (() => void) | undefined
}

/** One source: how fresh it is, where it is fetched, and what of it waits for a person. */
export function SourceLine({ source, onEdit }: SourceLineProps) {
  const { t } = useTranslation('imports')
  const words = useSourceWords()
  const mayWrite = useMayWrite('business')
  const act = useAct()
  const { id, name, kind, isActive, trouble, waiting, missing } = source
  const state = words.state(source)
  const look = words.look(source)
  return (
    <li className="grid gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 text-body first:border-t-0 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <StatusPill tone={state.tone}>{state.words}</StatusPill>
        </span>
        <span className="block text-small text-ink2">
          {t(`source.kind.${kind}`)} · {words.freshness(source)}
        </span>
        {look && <span className="block text-small break-words text-ink3">{look}</span>}
      </div>
      <div className="flex flex-wrap items-start gap-2">
        {isActive && look && mayWrite && (
          <Button
            size="small"
            icon={IconEye}
            onPress={() => void act({ work: () => lookNow(id), done: () => t('source.willLook', { name }) })}
          >
            {t('source.lookNow')}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
        {onEdit && (
          <Button size="small" icon={IconPencil} onPress={onEdit}>
            {t('source.edit')}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
      </div>
      {trouble && <p className="rounded-block bg-dangerbg px-3 py-2 text-small md:col-span-2">{trouble}</p>}
      {waiting.length > 0 && (
        <ul
          aria-label={t('source.waiting', { name })}
          className="grid gap-1 rounded-block bg-warnbg px-3 py-2 md:col-span-2"
        >
          {waiting.map((file) => (
            <li key={file.id} className="text-small">
              <Link to={paths.importedFile} params={{ id: String(file.id) }} className={textLinkClass}>
                {file.name}
              </Link>{' '}
              {file.sentence}
            </li>
          ))}
        </ul>
      )}
      {missing > 0 && (
        <p className="rounded-block bg-warnbg px-3 py-2 text-small md:col-span-2">
          {t('source.missing', { count: missing })}{' '}
          <Link to={paths.invoices} search={{ vue: 'disparues' }} className={textLinkClass}>
            {t('source.seeMissing')}
          </Link>
        </p>
      )}
    </li>
  )
}
