import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { SectionTitle } from '../ui/Card.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { addDocument, type Dispute, documentAddress, removeDocument } from './api.ts'

/** Photos, delivery notes and the like: PDF, PNG or JPEG of five megabytes at most. */
export function DisputeDocuments({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation('disputes')
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const { id, documents } = dispute
  if (documents.length === 0 && !mayWrite) return null
  const add = (files: readonly File[]) => {
    for (const file of files) void act({ work: () => addDocument(id, file), done: () => t('document.added') })
  }
  return (
    <section aria-label={t('document.title')} className="grid gap-2">
      <SectionTitle level={3}>{t('document.title')}</SectionTitle>
      {documents.length > 0 && (
        <ul className="grid gap-1.5 text-small">
          {documents.map((document) => (
            <li key={document.id} className="flex items-center gap-2">
              <Glyph icon={IconPaperclip} className="text-ink3" />
              <a
                href={documentAddress(id, document.id)}
                target="_blank"
                rel="noreferrer"
                className={`${textLinkClass} min-w-0 flex-1 truncate`}
              >
                {document.name}
              </a>
              {mayWrite && (
                <TextButton
                  onPress={() =>
                    void act({ work: () => removeDocument(id, document.id), done: () => t('document.removed') })
                  }
                >
                  {t('document.remove')}
                </TextButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <FileDrop
          prompt={t('document.prompt')}
          action={t('document.choose')}
          accept={['application/pdf', 'image/png', 'image/jpeg']}
          multiple
          onFiles={add}
        />
      )}
    </section>
  )
}
