import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { cx } from '../class-names.ts'
import { Glyph } from '../Glyph.tsx'
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx'
import { type FieldSize, fieldBox, fieldInput, floatingBox, floatingItem } from './field-look.ts'
import { pickFound } from './pick-found.ts'
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

/**
 * One choice among many, found by typing: a customer, an invoice, a colleague. What is typed and not a line of the list
 * is no choice, and says so once the field is left; Enter and Tab choose what can only be meant.
 */
export function ComboBox(props: ComboBoxProps) {
  const { t } = useTranslation('ui')
  const [text, setText] = useState(props.value?.label ?? '')
  const [opened, setOpened] = useState(false)
  const [hasFocus, setFocus] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const { found, state, of } = useFound(props.search, text === props.value?.label ? '' : text, opened)
  const empty = { loading: t('combobox.searching'), failed: t('combobox.failed'), ready: t('combobox.nothing') }[state]
  const isUnclear = !hasFocus && props.value === null && text.trim() !== ''
  const error = props.error ?? (isUnclear ? t('combobox.choose') : undefined)
  const now = useRef({ text, props })
  useLayoutEffect(() => {
    now.current = { text, props }
  })

  const type = (typed: string) => {
    setText(typed)
    if (props.value && typed !== props.value.label) props.onChange(null)
  }
  const choose = (chosen: Found) => {
    setText(chosen.label)
    now.current.props.onChange(chosen) // the rest of the form may have been typed meanwhile
  }
  const settle = async (by: 'Enter' | 'Tab') => {
    const isFresh = state === 'ready' && of === text
    const offered = isFresh ? found : await props.search(text, new AbortController().signal).catch(() => [])
    const chosen = pickFound(offered, text, by)
    // At once: a letter typed in the next field meanwhile would else be written over this choice.
    if (chosen && now.current.text === text) flushSync(() => choose(chosen))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const pointsAtLine = (event.target as Element).hasAttribute('aria-activedescendant')
    const isSettled = text.trim() === '' || text === props.value?.label
    if ((event.key !== 'Enter' && event.key !== 'Tab') || event.ctrlKey || pointsAtLine || isSettled) return
    if (event.key === 'Enter') event.preventDefault() // it chooses; the next one goes on
    void settle(event.key)
  }

  return (
    <AriaComboBox
      items={found}
      inputValue={text}
      onInputChange={type}
      onOpenChange={setOpened}
      value={props.value?.id ?? null}
      onChange={(key) => {
        const chosen = found.find((item) => item.id === key)
        if (chosen) choose(chosen) // null only says that the field was left: emptying it is typing
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue // what is typed stays to be corrected; else the list opens again over the next field
      defaultFilter={() => true}
      isDisabled={props.isDisabled ?? false}
      isInvalid={error !== undefined}
      autoFocus={props.autoFocus ?? false}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
      className={cx('min-w-0', props.className)}
    >
      <FieldFrame texts={{ ...props, error }}>
        <div ref={box} onKeyDownCapture={onKeyDown} className={fieldBox(props.size, error !== undefined)}>
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

interface Answer {
  readonly found: readonly Found[]
  readonly state: 'loading' | 'ready' | 'failed'
  /** The text it answers. */
  readonly of: string
}

function useFound(search: ComboBoxProps['search'], text: string, opened: boolean) {
  const [answer, setAnswer] = useState<Answer>({ found: [], state: 'loading', of: '' })
  useEffect(() => {
    if (!opened) return undefined
    const control = new AbortController()
    const timer = setTimeout(
      () =>
        search(text, control.signal).then(
          (found) => !control.signal.aborted && setAnswer({ found, state: 'ready', of: text }),
          () => !control.signal.aborted && setAnswer({ found: [], state: 'failed', of: text }),
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
