import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card.tsx'
import { TextArea, TextInput } from '../ui/form/TextInput.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { type Text, templatePreviewQuery, type Which } from './text-api.ts'
import { VariableChips } from './VariableChips.tsx'

export interface TemplateEditorProps {
  readonly which: Which
  readonly text: Text
  readonly onChange: (text: Text) => void
  /** Who may not write the texts reads them. */
  readonly isReadOnly?: boolean | undefined
}

/** The text of a tone, what it may name, and what it becomes on an example while it is typed. */
export function TemplateEditor({ which, text, onChange, isReadOnly = false }: TemplateEditorProps) {
  const { t } = useTranslation('dunning')
  const box = useRef<HTMLDivElement>(null)
  const problems = useTemplateProblems(which, text)

  const insert = (variable: string) => {
    const area = box.current?.querySelector('textarea')
    const [start, end] = area ? [area.selectionStart, area.selectionEnd] : [text.body.length, text.body.length]
    onChange({ ...text, body: text.body.slice(0, start) + variable + text.body.slice(end) })
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(start + variable.length, start + variable.length)
    })
  }

  return (
    <Card className="flex min-h-0 flex-col overflow-auto">
      <div ref={box} className="grid gap-3 px-[18px] py-4">
        <TextInput
          label={t('template.subject')}
          value={text.subject}
          isReadOnly={isReadOnly}
          onChange={(subject) => onChange({ ...text, subject })}
        />
        <TextArea
          label={t('template.body')}
          value={text.body}
          isReadOnly={isReadOnly}
          onChange={(body) => onChange({ ...text, body })}
          rows={18}
          description={t('template.conditions', { open: '{%', close: '%}' })}
          error={problems.length > 0 ? problems.map(({ sentence }) => sentence).join(' ') : undefined}
        />
        {!isReadOnly && <VariableChips onInsert={insert} />}
        <p className="text-small text-ink3">{t('template.lawyer')}</p>
      </div>
    </Card>
  )
}

/** What is wrong with the text, once the typing has stopped. */
export function useTemplateProblems(which: Which, text: Text) {
  return useQuery(templatePreviewQuery(which, useSettled(text))).data?.problems ?? []
}
