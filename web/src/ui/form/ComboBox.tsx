import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from '../class-names.ts'
import { Glyph } from '../Glyph.tsx'
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx'
import { type FieldSize, fieldBox, fieldInput, floatingBox, floatingItem } from './field-look.ts'
import { OptionLine } from './Select.tsx'

export interface Found {
  readonly id: string
  readonly label: string
  readonly note?: string
}

export interface ComboBoxProps extends FieldTexts {
  readonly value: Found | null
  readonly onChange: (value: Found | null) => void
  /** Asked 150 ms after the last letter, with '' on opening; the signal aborts an answer nobody waits for. */
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly Found[]>
  readonly placeholder?: string | undefined
  readonly size?: FieldSize | undefined
  readonly isDisabled?: boolean | undefined
  readonly autoFocus?: boolean | undefined
}

/** One choice among many, found by typing: a customer, an invoice, a colleague. */
export function ComboBox(props: ComboBoxProps) {
  const { t } = useTranslation('ui')
  const [text, setText] = useState(props.value?.label ?? '')
  const [opened, setOpened] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const { found, state } = useFound(props.search, text === props.value?.label ? '' : text, opened)
  const empty = { loading: t('combobox.searching'), failed: t('combobox.failed'), ready: t('combobox.nothing') }[state]

  return (
    <AriaComboBox
      items={found}
      inputValue={text}
      onInputChange={setText}
      onOpenChange={setOpened}
      value={props.value?.id ?? null}
      onChange={(key) => {
        const chosen = found.find((item) => item.id === key) ?? null
        if (chosen) setText(chosen.label)
        props.onChange(chosen)
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      defaultFilter={() => true}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      autoFocus={props.autoFocus ?? false}
      className={cx('min-w-0', props.className)}
    >
      <FieldFrame texts={props}>
        <div ref={box} className={fieldBox(props.size, props.error !== undefined)}>
          <Glyph icon={IconSearch} className="ml-3 text-ink3" />
          <Input placeholder={props.placeholder ?? ''} className={cx(fieldInput, '!pl-0')} />
        </div>
      </FieldFrame>
      <Popover triggerRef={box} className={cx(floatingBox, 'min-w-[calc(var(--trigger-width)+2.25rem)]')} offset={4}>
        <ListBox<Found>
          className="outline-none"
          renderEmptyState={() => <p className="px-2.5 py-1.5 text-ink3">{empty}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={floatingItem}>
              {({ isSelected }) => (
                <OptionLine isSelected={isSelected} {...(item.note !== undefined && { note: item.note })}>
                  {item.label}
                </OptionLine>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

type State = 'loading' | 'ready' | 'failed'

function useFound(search: ComboBoxProps['search'], text: string, opened: boolean) {
  const [answer, setAnswer] = useState<{ found: readonly Found[]; state: State }>({ found: [], state: 'loading' })
  useEffect(() => {
    if (!opened) return undefined
    const control = new AbortController()
    const timer = setTimeout(
      () =>
        search(text, control.signal).then(
          (found) => !control.signal.aborted && setAnswer({ found, state: 'ready' }),
          () => !control.signal.aborted && setAnswer({ found: [], state: 'failed' }),
        ),
      text === '' ? 0 : 150,
    )
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [search, text, opened])
  return answer
}
