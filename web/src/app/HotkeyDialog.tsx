import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Drawer.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { Kbd, useKeyNames } from '../ui/hotkeys/Kbd.tsx'
import { canBeSwitchedOff, printHotkey } from '../ui/hotkeys/keys.ts'
import { hotkeys, useHotkey } from '../ui/hotkeys/use-hotkey.ts'
import { showHelp, useHelpIsOpen } from './help-store.ts'

/** `?`: every shortcut of the page on screen, each with its switch (WCAG 2.1.4). Mounted once by the application. */
export function HotkeyDialog() {
  const { t } = useTranslation('app')
  useHotkey('?', t('hotkeys.open'), () => showHelp(true))
  return (
    <Dialog isOpen={useHelpIsOpen()} onClose={() => showHelp(false)} title={t('hotkeys.title')} width="medium">
      <HotkeyList />
    </Dialog>
  )
}

function HotkeyList() {
  const { t } = useTranslation('app')
  const names = useKeyNames()
  useSyncExternalStore(hotkeys.watch, hotkeys.switchedOff)
  const list = useSyncExternalStore(hotkeys.watch, hotkeys.list)
  const byKeys = new Map(list.filter((hotkey) => hotkey.layer === 0).map((hotkey) => [hotkey.keys, hotkey.label]))
  const allOn = hotkeys.isOn('*')

  return (
    <div className="grid gap-3">
      <Switch isOn={allOn} onChange={(on) => hotkeys.setOn('*', on)} words="after" description={t('hotkeys.allNote')}>
        {t('hotkeys.all')}
      </Switch>
      <ul className="divide-y divide-line border-t border-line">
        {[...byKeys].map(([keys, label]) => (
          <li key={keys} className="flex min-h-10 items-center gap-3 text-body">
            <span className="min-w-0 flex-1">{label}</span>
            {canBeSwitchedOff(keys) && allOn && (
              <Switch isOn={hotkeys.isOn(keys)} onChange={(on) => hotkeys.setOn(keys, on)} words="hidden">
                {t('hotkeys.switch', { keys: printHotkey(keys, names), label })}
              </Switch>
            )}
            <span className="flex w-24 justify-end">
              <Kbd keys={keys} />
              <span className="sr-only">{printHotkey(keys, names)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
