import { IconCoinEuro, IconStack2 } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { usePaletteActions } from '../app/palette/palette-store.ts'
import { paths } from '../app/paths.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { useHotkey } from '../ui/hotkeys/use-hotkey.ts'
import { openPayment, useOpenedPayment } from './payment-drawer.ts'

const PaymentDrawer = lazy(async () => ({ default: (await import('./PaymentDrawer.tsx')).PaymentDrawer }))

/**
 * R and the palette enter a payment from anywhere. Mounted once, before the page: a page with a button of its own on R
 * binds it later, hence first, and says whose payment it is.
 */
export function PaymentEntry() {
  const { t } = useTranslation('payments')
  const mayWrite = useMayWrite('business')
  const opened = useOpenedPayment()
  const navigate = useNavigate()
  const open = () => openPayment()
  useHotkey(mayWrite ? 'r' : undefined, t('drawer.title'), open)
  usePaletteActions(
    'payments',
    mayWrite
      ? [
          {
            id: 'enter-payment',
            label: t('drawer.title'),
            icon: IconCoinEuro,
            hotkey: 'r',
            keywords: t('drawer.keywords'),
            run: open,
          },
          {
            id: 'enter-payments',
            label: t('pile.open'),
            icon: IconStack2,
            keywords: t('pile.keywords'),
            run: () => void navigate({ to: paths.enterPayments }),
          },
        ]
      : [],
  )
  return (
    opened && (
      <Suspense fallback={null}>
        <PaymentDrawer key={opened.opening} start={opened} />
      </Suspense>
    )
  )
}
