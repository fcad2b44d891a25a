import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { listenToHotkeys } from '../ui/hotkeys/use-hotkey.ts'
import { ToastRegion } from '../ui/toasts/ToastRegion.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { HotkeyDialog } from './HotkeyDialog.tsx'
import { CommandPalette } from './palette/CommandPalette.tsx'

/** Around every page: the language of the widgets, the palette, the shortcuts, the messages. */
export function Root() {
  useEffect(listenToHotkeys, [])
  return (
    <I18nProvider locale={useLanguage() === 'fr' ? 'fr-FR' : 'en-GB'}>
      <Outlet />
      <ToastRegion />
      <CommandPalette />
      <HotkeyDialog />
    </I18nProvider>
  )
}
