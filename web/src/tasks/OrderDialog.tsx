import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Drawer.tsx'

/** « Pourquoi cet ordre ? »: the rule of the list, in words. */
export function OrderDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('tasks')
  const reasons = [t('order.amount'), t('order.young'), t('order.profile'), t('order.promise'), t('order.waiting')]
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('order.title')} width="medium">
      <p>{t('order.rule')}</p>
      <ul className="grid list-disc gap-1.5 py-3 pl-5">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p className="text-ink2">{t('order.groups')}</p>
    </Dialog>
  )
}
