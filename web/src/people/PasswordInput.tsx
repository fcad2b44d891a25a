import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FieldTexts } from '../ui/form/FieldFrame.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'

export interface PasswordInputProps extends FieldTexts {
  readonly value: string
  readonly onChange: (value: string) => void
  /** `new`: password managers offer to make one; `current`: they fill it in; `server`: the secret of another machine. */
  readonly use: 'new' | 'current' | 'server'
  readonly name?: string
  readonly placeholder?: string
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
}

const completions = { new: 'new-password', current: 'current-password', server: 'off' } as const

/** A password that can be shown while typing. */
export function PasswordInput({ use, ...field }: PasswordInputProps) {
  const { t } = useTranslation('people')
  const [isShown, setShown] = useState(false)
  return (
    <TextInput
      {...field}
      type={isShown ? 'text' : 'password'}
      autoComplete={completions[use]}
      end={
        <Button
          aria-label={t('password.toggle')}
          aria-pressed={isShown}
          onPress={() => setShown(!isShown)}
          className="-mr-1 rounded-check px-1 py-0.5 text-small font-medium text-accent hover:underline touch:min-h-10"
        >
          {t(isShown ? 'password.hide' : 'password.show')}
        </Button>
      }
    />
  )
}
