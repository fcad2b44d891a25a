import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ChipText } from '../../ui/form/ChipText.tsx'
import type { Text } from '../text-api.ts'
import { VariableChips } from '../VariableChips.tsx'
import { tokensOf, useTokenWords } from './use-token-words.ts'

export interface TextFieldsProps {
  readonly text: Text
  readonly onChange: (text: Text) => void
  /** An SMS has no subject. */
  readonly hasSubject: boolean
  /** What is wrong in it, line by line. */
  readonly problems: readonly { readonly sentence: string }[]
  readonly isReadOnly?: boolean
}

/** A text to write: words around chips that say what each customer will read in their place. */
export function TextFields({ text, onChange, hasSubject, problems, isReadOnly = false }: TextFieldsProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const chipOf = useTokenWords()
  const inBody = useRef<(tokens: string) => void>(null)
  const inSubject = useRef<(tokens: string) => void>(null)
  const last = useRef(inBody) // the field where the cursor stood last
  const insert = (name: string) => (hasSubject ? last.current : inBody).current?.(tokensOf(name))
  return (
    <div className="grid gap-3">
      {hasSubject && (
        <ChipText
          onFocus={() => {
            last.current = inSubject
          }}
          inserter={inSubject}
          label={t('template.subject')}
          value={text.subject}
          onChange={(subject) => onChange({ ...text, subject })}
          chipOf={chipOf}
          isTemplate
          isOneLine
          isReadOnly={isReadOnly}
        />
      )}
      <ChipText
        label={t('template.body')}
        value={text.body}
        onChange={(body) => onChange({ ...text, body })}
        chipOf={chipOf}
        isTemplate
        isReadOnly={isReadOnly}
        onFocus={() => {
          last.current = inBody
        }}
        inserter={inBody}
        description={own('token.how')}
        error={problems.length > 0 ? problems.map(({ sentence }) => sentence).join(' ') : undefined}
      />
      {!isReadOnly && <VariableChips onInsert={insert} />}
    </div>
  )
}
