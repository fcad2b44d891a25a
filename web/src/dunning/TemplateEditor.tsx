import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { hasSubject, type Text, templatePreviewQuery, type Which } from './text-api.ts'
import { TextFields } from './texts/TextFields.tsx'

export interface TemplateEditorProps {
  readonly which: Which
  readonly text: Text
  readonly onChange: (text: Text) => void
  /** Who may not write the texts reads them. */
  readonly isReadOnly?: boolean | undefined
}

/** The text of a tone, and what it may name. */
export function TemplateEditor({ which, text, onChange, isReadOnly = false }: TemplateEditorProps) {
  const { t } = useTranslation('dunning')
  const problems = useTemplateProblems(which, text)
  return (
    <Card className="flex min-h-0 flex-col overflow-auto">
      <div className="grid gap-3 px-[18px] py-4">
        <TextFields
          text={text}
          onChange={onChange}
          hasSubject={hasSubject(which.channel)}
          problems={problems}
          isReadOnly={isReadOnly}
        />
        <p className="text-small text-ink3">{t(which.channel === 'call' ? 'template.said' : 'template.lawyer')}</p>
      </div>
    </Card>
  )
}

/** What is wrong with the text, once the typing has stopped. */
export function useTemplateProblems(which: Which, text: Text) {
  return useQuery(templatePreviewQuery(which, useSettled(text))).data?.problems ?? []
}
