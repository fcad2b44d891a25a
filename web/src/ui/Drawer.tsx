import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from './class-names.ts'
import { HotkeyLayer, useHotkeyLayer } from './hotkeys/use-hotkey.ts'
import { IconButton } from './IconButton.tsx'

export interface OverlayProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  /** Stays at the bottom while the content scrolls: the filled button first. */
  readonly footer?: ReactNode
}

/** A panel of 412 px at the right edge: a form that must not hide the page. Esc or a press outside closes it. */
export function Drawer({ isOpen, onClose, ...content }: OverlayProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40"
    >
      <Modal className="absolute inset-y-0 right-0 w-full max-w-[412px] border-l border-line bg-surface shadow-drawer transition-[opacity,translate] duration-150 ease-out data-[entering]:translate-x-1 data-[entering]:opacity-0 data-[exiting]:opacity-0 max-md:max-w-none">
        <AriaDialog data-drawer="" className="flex h-full flex-col outline-none">
          <OverlayContent {...content} onClose={onClose} padding="px-[22px]" />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface DialogProps extends OverlayProps {
  readonly width?: 'small' | 'medium' | 'large'
  /** For what asks first: sending to a customer, deleting for all, closing a period. Esc still cancels. */
  readonly role?: 'dialog' | 'alertdialog'
}

const widths = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-3xl' } as const

/** A window over the page. Rare: prefer undo, a drawer, or a page. */
export function Dialog({ isOpen, onClose, width = 'small', role = 'dialog', ...content }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-40 grid place-items-center bg-[rgb(20_18_12/0.35)] p-4 transition-opacity duration-150 data-[entering]:opacity-0 data-[exiting]:opacity-0"
    >
      <Modal
        className={cx(
          'flex max-h-[calc(100dvh-2rem)] w-full flex-col rounded-card border border-line bg-surface shadow-float',
          widths[width],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          <OverlayContent {...content} onClose={onClose} padding="px-5" />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function OverlayContent(props: Omit<OverlayProps, 'isOpen'> & { readonly padding: string }) {
  const { t } = useTranslation('ui')
  const layer = useHotkeyLayer()
  return (
    <HotkeyLayer value={layer}>
      <header className={cx('flex items-center gap-3 pt-3.5 pb-2', props.padding)}>
        <Heading slot="title" className="min-w-0 flex-1 text-heading">
          {props.title}
        </Heading>
        <IconButton icon={IconX} label={t('close')} onPress={props.onClose} size="small" />
      </header>
      <div className={cx('min-h-0 flex-1 overflow-y-auto pt-1 pb-4', props.padding)}>{props.children}</div>
      {props.footer && <footer className={cx('border-t border-line py-3.5', props.padding)}>{props.footer}</footer>}
    </HotkeyLayer>
  )
}
