import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { Button } from '../../ui/Button.tsx'
import { Note, SectionTitle } from '../../ui/Card.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { type Alias, type Named, type SeparationPreview, separationPreviewQuery } from './api.ts'
import { FactCounts, hasFacts } from './FactCounts.tsx'
import { useMergeActs } from './use-merge-acts.ts'

export interface SeparateDialogProps {
  readonly kept: Named
  /** Null while closed. */
  readonly alias: Alias | null
  readonly onClose: () => void
}

/** « Séparer »: what goes back, what stays, and what stands in the way. */
export function SeparateDialog({ kept, alias, onClose }: SeparateDialogProps) {
  return alias && <OpenDialog kept={kept} alias={alias} onClose={onClose} />
}

function OpenDialog({ kept, alias, onClose }: SeparateDialogProps & { readonly alias: Alias }) {
  const { t } = useTranslation('customers')
  const acts = useMergeActs()
  const { data, error, refetch } = useQuery(separationPreviewQuery(alias.id))
  const stands = data !== undefined && data.standing.length > 0
  const separate = () => {
    onClose()
    void acts.separate({ kept, other: alias })
  }
  const save = (
    <div className="flex justify-end">
      <Button
        variant="primary"
        hotkey="ctrl+enter"
        disabledReason={stands ? t('separate.stands') : data ? undefined : t('merge.reading')}
        onPress={separate}
      >
        {t('separate.save')}
      </Button>
    </div>
  )
  return (
    <Dialog isOpen onClose={onClose} title={t('separate.title', { other: alias.name })} width="medium" footer={save}>
      {data ? (
        <div className="grid grid-cols-1 gap-3.5">
          {stands && <Standing standing={data.standing} />}
          <Parts preview={data} />
        </div>
      ) : error ? (
        <ReadError what={t('separate.what')} error={error} onRetry={refetch} />
      ) : (
        <SkeletonLines lines={4} />
      )}
    </Dialog>
  )
}

function Standing({ standing }: Pick<SeparationPreview, 'standing'>) {
  const { t } = useTranslation('customers')
  return (
    <Note look="danger">
      <p className="font-medium">{t('separate.stands')}</p>
      <ul className="grid list-disc gap-1 pt-1 pl-4 text-small">
        {standing.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Note>
  )
}

function Parts({ preview: { kept, other, back, since, stays } }: { readonly preview: SeparationPreview }) {
  const { t } = useTranslation('customers')
  const parts = [
    { title: t('separate.back', { other: other.name }), counts: back, isShown: true },
    { title: t('separate.since'), counts: since, isShown: hasFacts(since) },
    { title: t('separate.stays', { kept: kept.name }), counts: stays, isShown: hasFacts(stays) },
  ]
  return (
    <>
      {parts
        .filter(({ isShown }) => isShown)
        .map(({ title, counts }) => (
          <section key={title} aria-label={title} className="grid gap-1">
            <SectionTitle level={3}>{title}</SectionTitle>
            <p className="text-body">
              <FactCounts of={counts} />
            </p>
          </section>
        ))}
      <p className="text-small text-ink2">{t('separate.after', { other: other.name, code: other.code })}</p>
    </>
  )
}
