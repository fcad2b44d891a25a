import { IconSearch, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { cx } from '../class-names.ts'
import { Glyph } from '../Glyph.tsx'
import { Kbd } from '../hotkeys/Kbd.tsx'
import { useHotkey } from '../hotkeys/use-hotkey.ts'
import { fieldBox, fieldInput } from './field-look.ts'

export interface SearchBoxProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** `/` unless the page has another search. */
  readonly hotkey?: string | undefined
  readonly className?: string | undefined
}

/** The search of a list: `/` goes there, Esc empties it. */
export function SearchBox({ label, placeholder, value, onChange, hotkey = '/', className }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useHotkey(hotkey, label, () => input.current?.select())
  return (
    <SearchField aria-label={label} value={value} onChange={onChange} className={cx('group min-w-0', className)}>
      <div className={cx(fieldBox('small'), '!border-line2 !text-small')}>
        <Glyph icon={IconSearch} className="ml-2.5 text-ink3" />
        <Input
          ref={input}
          placeholder={placeholder}
          className={cx(fieldInput, '!pr-1 !pl-0 [&::-webkit-search-cancel-button]:hidden')}
        />
        <span className="hidden pr-2 group-data-[empty]:inline-flex">
          <Kbd keys={hotkey} />
        </span>
        <Button className="mr-1 rounded-pill p-1 text-ink3 group-data-[empty]:hidden hover:text-ink">
          <Glyph icon={IconX} />
        </Button>
      </div>
    </SearchField>
  )
}
