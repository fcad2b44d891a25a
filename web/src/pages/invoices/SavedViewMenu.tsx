import { IconLock, IconPencil, IconTrash, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveViewDialog } from '../../invoices/SaveViewDialog.tsx'
import type { SavedView } from '../../invoices/saved-search.ts'
import { useSavedViewActs } from '../../invoices/use-saved-view-acts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'

export interface SavedViewMenuProps {
  /** The one on screen. */
  readonly view: SavedView
  readonly views: readonly SavedView[]
  readonly mayShare: boolean
}

/** The ••• of the saved view on screen: its name, who sees it, its end. */
export function SavedViewMenu({ view, views, mayShare }: SavedViewMenuProps) {
  const { t } = useTranslation('invoices')
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null)
  const acts = useSavedViewActs(views)
  const close = () => setAsking(null)
  const isMine = view.sharedBy === null
  const share = {
    id: 'share',
    label: t(view.isShared ? 'saved.unshare' : 'saved.share'),
    icon: view.isShared ? IconLock : IconUsers,
    disabledReason: mayShare ? undefined : t('noRight'),
    run: () => void acts.change(view, { isShared: !view.isShared }),
  }
  return (
    <>
      <MoreMenu
        label={t('saved.menu', { name: view.name })}
        variant="quiet"
        size="small"
        acts={[
          { id: 'rename', label: t('saved.rename'), icon: IconPencil, run: () => setAsking('rename') },
          ...(isMine ? [share] : []),
          {
            id: 'remove',
            label: t('saved.remove'),
            icon: IconTrash,
            tone: 'danger',
            startsGroup: true,
            run: () => (view.isShared ? setAsking('remove') : void acts.remove(view)),
          },
        ]}
      />
      <SaveViewDialog
        isOpen={asking === 'rename'}
        start={view}
        taken={views.filter((one) => one.sharedBy === view.sharedBy).map(({ name }) => name)}
        onClose={close}
        onSave={(to) => {
          close()
          void acts.change(view, isMine ? to : { name: to.name })
        }}
      />
      <Dialog
        isOpen={asking === 'remove'}
        onClose={close}
        role="alertdialog"
        title={t('saved.removeTitle', { name: view.name })}
        footer={
          <div className="flex justify-end gap-2.5">
            <Button onPress={close}>{t('saved.keep')}</Button>
            <Button
              variant="primary"
              hotkey="ctrl+enter"
              onPress={() => {
                close()
                void acts.remove(view)
              }}
            >
              {t('saved.removeForAll')}
            </Button>
          </div>
        }
      >
        <p className="text-body text-ink2">{t('saved.removeExplain')}</p>
      </Dialog>
    </>
  )
}
