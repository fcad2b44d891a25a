import type { HTMLInputTypeAttribute, ReactNode, Ref } from 'react'
import { TextArea as AriaTextArea, Input, TextField } from 'react-aria-components'
import { cx } from '../class-names.ts'
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx'
import { type FieldSize, fieldBox, fieldInput } from './field-look.ts'

interface TextProps extends FieldTexts {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly name?: string | undefined
  readonly placeholder?: string | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** Can be read and copied, not changed. */
  readonly isReadOnly?: boolean | undefined
  readonly autoFocus?: boolean | undefined
}

export interface TextInputProps extends TextProps {
  readonly type?: HTMLInputTypeAttribute | undefined
  /** 'email', 'current-password', 'one-time-code'…: password managers are welcome. */
  readonly autoComplete?: string | undefined
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url' | undefined
  readonly size?: FieldSize | undefined
  readonly align?: 'start' | 'end' | undefined
  /** After the text, inside the box: a unit, an icon, a button. */
  readonly end?: ReactNode
  readonly inputClass?: string | undefined
  readonly onKeyDown?: ((key: string) => void) | undefined
  readonly inputRef?: Ref<HTMLInputElement> | undefined
}

const ariaText = (props: TextProps) => ({
  value: props.value,
  onChange: props.onChange,
  isInvalid: props.error !== undefined,
  validationBehavior: 'aria' as const,
  isRequired: props.isRequired ?? false,
  isDisabled: props.isDisabled ?? false,
  isReadOnly: props.isReadOnly ?? false,
  ...(props.onBlur && { onBlur: props.onBlur }),
  ...(props.name !== undefined && { name: props.name }),
})

/** One line of text. */
export function TextInput(props: TextInputProps) {
  return (
    <TextField
      {...ariaText(props)}
      type={(props.type ?? 'text') as 'text'}
      {...(props.autoComplete !== undefined && { autoComplete: props.autoComplete })}
      {...(props.inputMode !== undefined && { inputMode: props.inputMode })}
      autoFocus={props.autoFocus ?? false}
      {...(props.onKeyDown && { onKeyDown: (event: { key: string }) => props.onKeyDown?.(event.key) })}
      className={cx('min-w-0', props.className)}
    >
      <FieldFrame texts={props}>
        <div className={fieldBox(props.size, props.error !== undefined)}>
          <Input
            {...(props.inputRef && { ref: props.inputRef })}
            placeholder={props.placeholder ?? ''}
            className={cx(fieldInput, props.align === 'end' && 'text-right', props.inputClass)}
          />
          {props.end && <span className="flex shrink-0 items-center pr-3 text-ink3">{props.end}</span>}
        </div>
      </FieldFrame>
    </TextField>
  )
}

export interface TextAreaProps extends TextProps {
  readonly rows?: number | undefined
}

/** Several lines; grows with its content. Notes carry the placeholder « Une note, comme si le client pouvait la lire… ». */
export function TextArea(props: TextAreaProps) {
  return (
    <TextField {...ariaText(props)} autoFocus={props.autoFocus ?? false} className={cx('min-w-0', props.className)}>
      <FieldFrame texts={props}>
        <div className={cx(fieldBox('medium', props.error !== undefined), '!h-auto')}>
          <AriaTextArea
            rows={props.rows ?? 2}
            placeholder={props.placeholder ?? ''}
            className="field-sizing-content min-h-[3.25em] min-w-0 flex-1 resize-y bg-transparent px-3 py-2 outline-none"
          />
        </div>
      </FieldFrame>
    </TextField>
  )
}
