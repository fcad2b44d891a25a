import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from '../class-names.ts'

/** What every field of the kit takes. */
export interface FieldTexts {
  readonly label: string
  /** The label is read aloud but not drawn: in a table row, in a toolbar. */
  readonly labelHidden?: boolean | undefined
  /** Under the field: what happens with it, an example. */
  readonly description?: ReactNode
  /** What is wrong and what to do; replaces the description. */
  readonly error?: string | undefined
  /** Adds « (facultatif) » after the label. */
  readonly isOptional?: boolean | undefined
  readonly className?: string | undefined
}

/** Label above, field, then the error or the description. Inside a React Aria field component. */
export function FieldFrame({ texts, children }: { readonly texts: FieldTexts; readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <>
      <Label className={cx('block pb-1 text-table text-ink2', texts.labelHidden && 'sr-only')}>
        {texts.label}
        {texts.isOptional && <span className="text-ink3"> {t('field.optional')}</span>}
      </Label>
      {children}
      {texts.error === undefined && texts.description && (
        <Text slot="description" className="block pt-1 text-small text-ink3">
          {texts.description}
        </Text>
      )}
      <FieldError className="block pt-1 text-small font-medium text-danger">{texts.error}</FieldError>
    </>
  )
}
