import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/class-names.ts'
import { floatingItem } from '../../ui/form/field-look.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { Kbd } from '../../ui/hotkeys/Kbd.tsx'
import { useHotkey, useHotkeyLayer } from '../../ui/hotkeys/use-hotkey.ts'
import { matchesWords } from './match-words.ts'
import { closePalette, openPalette, type PaletteItem, type PaletteSource, usePalette } from './palette-store.ts'

/** Ctrl K: one place to find a customer, a number, an amount, and to act. Mounted once by the application. */
export function CommandPalette() {
  const { t } = useTranslation('app')
  const { isOpen } = usePalette()
  useHotkey('ctrl+k', t('palette.label'), openPalette)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && closePalette()}
      isDismissable
      className="fixed inset-0 z-50 flex justify-center bg-[rgb(20_18_12/0.35)] px-4 pt-[12vh] transition-opacity duration-100 data-[entering]:opacity-0 data-[exiting]:opacity-0"
    >
      <Modal className="h-fit w-full max-w-xl overflow-hidden rounded-card border border-line bg-raised shadow-float">
        <Dialog aria-label={t('palette.label')} className="outline-none">
          <PaletteContent />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface Section {
  readonly label: string
  readonly items: readonly PaletteItem[]
}

/** Sections of the same name become one, in the place of the first; empty ones are left out. */
function oneALabel(sections: readonly Section[]): readonly Section[] {
  const labels = [...new Set(sections.map(({ label }) => label))]
  return labels
    .map((name) => ({ label: name, items: sections.flatMap(({ label, items }) => (label === name ? items : [])) }))
    .filter(({ items }) => items.length > 0)
}

function PaletteContent() {
  const { t } = useTranslation('app')
  const { actions, sources, recent } = usePalette()
  const [typed, setTyped] = useState('')
  const { found, state } = useSearches(sources, typed.trim())
  useHotkeyLayer()

  const acts = [...actions].flatMap(([group, items]) => (group === 'pages' ? [] : items()))
  const pages = actions.get('pages')?.() ?? []
  const fit = (items: readonly PaletteItem[]) =>
    items.filter((item) => matchesWords(`${item.label} ${item.keywords ?? ''}`, typed))
  const [lately] = useState(recent)
  const sections = oneALabel([
    ...(typed.trim() === '' ? [{ label: t('palette.recent'), items: lately }] : []),
    ...found,
    { label: t('palette.actions'), items: fit(acts) },
    { label: t('palette.pages'), items: fit(pages) },
  ])
  const run = (id: string) => {
    closePalette()
    sections
      .flatMap((section) => section.items)
      .find((item) => item.id === id)
      ?.run()
  }

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped} filter={() => true}>
      <SearchField
        aria-label={t('palette.label')}
        autoFocus
        className="flex items-center gap-3 border-b border-line px-4"
      >
        <Glyph icon={IconSearch} size={18} className="text-ink3" />
        <Input
          placeholder={t('palette.placeholder')}
          className="h-12 min-w-0 flex-1 bg-transparent text-[0.9375rem] outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <Kbd keys="escape" />
      </SearchField>
      <Menu
        aria-label={t('palette.label')}
        onAction={(key) => run(String(key))}
        className="max-h-[50vh] overflow-y-auto p-1.5 outline-none"
        renderEmptyState={() => <p className="px-3 py-6 text-center text-ink2">{t(`palette.${state}`)}</p>}
      >
        {sections.map((section) => (
          <MenuSection key={section.label} id={section.label}>
            <Header className="px-2.5 pt-2 pb-1 text-micro text-ink3">{section.label}</Header>
            {section.items.map((item) => (
              <PaletteLine key={item.id} item={item} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  )
}

function PaletteLine({ item }: { readonly item: PaletteItem }) {
  return (
    <MenuItem id={item.id} textValue={item.label} className={cx(floatingItem, 'min-h-9')}>
      {item.icon && <Glyph icon={item.icon} className="text-ink3" />}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.note && <span className="figures text-small text-ink3">{item.note}</span>}
      {item.hotkey && <Kbd keys={item.hotkey} />}
    </MenuItem>
  )
}

function useSearches(sources: ReadonlyMap<string, PaletteSource>, typed: string) {
  const [answer, setAnswer] = useState<{ found: Section[]; state: 'searching' | 'nothing' | 'failed' }>({
    found: [],
    state: 'nothing',
  })
  useEffect(() => {
    if (typed === '' || sources.size === 0) {
      setAnswer({ found: [], state: 'nothing' })
      return undefined
    }
    setAnswer((before) => ({ ...before, state: 'searching' }))
    const control = new AbortController()
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(
        [...sources.values()].map(async ({ label, search }) => ({ label, items: await search(typed, control.signal) })),
      )
      if (control.signal.aborted) return
      setAnswer({
        found: answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
        state: answers.some((one) => one.status === 'rejected') ? 'failed' : 'nothing',
      })
    }, 150)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [sources, typed])
  return answer
}
