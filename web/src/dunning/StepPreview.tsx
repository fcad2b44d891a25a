import { IconFileText, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import type { Tone } from './api.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { MessageFrame } from './MessageFrame.tsx'
import { searchOfTemplate } from './template-search.ts'
import { templatePreviewQuery, templatesQuery } from './text-api.ts'

/** The text a step sends, on an example; the text itself belongs to the tone and is written under « Modèles ». */
export function StepPreview({ tone }: { readonly tone: Tone }) {
  const { t } = useTranslation('dunning')
  const mayWrite = useMayWrite('business')
  const [language, setLanguage] = useState('fr')
  const templates = useQuery(templatesQuery).data
  const languages = templates?.filter((one) => one.tone === tone).map((one) => one.language)
  const text = templates?.find((one) => one.tone === tone && one.language === language)
  const { data: preview } = useQuery({
    ...templatePreviewQuery({ tone, language }, { subject: text?.subject ?? '', body: text?.body ?? '' }),
    enabled: text !== undefined,
  })
  return (
    <section
      aria-label={t('steps.message')}
      className="mx-[18px] mb-3.5 flex min-h-72 flex-1 flex-col overflow-hidden rounded-block border border-line"
    >
      <div className="flex flex-wrap items-center gap-3 border-b border-line bg-sunken px-3 py-1.5">
        <h3 className="text-table font-semibold">{t('steps.message')}</h3>
        <LanguageChoice value={language} onChange={setLanguage} languages={languages} />
        <span className="text-small text-ink3 max-2xl:hidden">{t('steps.example')}</span>
        <span className="ml-auto">
          <ButtonLink
            size="small"
            icon={mayWrite ? IconPencil : IconFileText}
            link={{ to: paths.messageTemplates, search: searchOfTemplate({ tone, language }) }}
          >
            {t(mayWrite ? 'steps.editText' : 'steps.readText')}
          </ButtonLink>
        </span>
      </div>
      {preview ? (
        <>
          <p className="border-b border-line px-4 py-2 text-body">
            <span className="pr-2 text-ink3">{t('message.subject')}</span>
            <strong className="font-semibold">{preview.subject}</strong>
          </p>
          <MessageFrame html={preview.html} className="flex-1 !rounded-none !border-0" />
        </>
      ) : (
        <SkeletonLines lines={5} />
      )}
    </section>
  )
}
