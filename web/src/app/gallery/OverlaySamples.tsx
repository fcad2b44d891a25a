import { IconCoinEuro, IconDownload, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog, Drawer } from '../../ui/Drawer.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { Hint } from '../../ui/Tooltip.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { openPalette } from '../palette/palette-store.ts'

export function OverlaySamples() {
  const [open, setOpen] = useState<'drawer' | 'dialog' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <Button variant="primary" icon={IconCoinEuro} hotkey="r" onPress={() => setOpen('drawer')}>
        Saisir un règlement
      </Button>
      <Button icon={IconDownload} onPress={() => showToast({ message: 'Fait.', undo: () => {} })}>
        Message avec annulation
      </Button>
      <Button variant="danger" icon={IconTrash} onPress={() => setOpen('dialog')}>
        Supprimer pour tous
      </Button>
      <Button variant="quiet" onPress={openPalette}>
        Palette
      </Button>
      <Button variant="accent" size="small">
        Petit
      </Button>
      <Button size="touch">Au doigt</Button>
      <Button disabledReason="Rien à enregistrer : aucune modification.">Enregistrer</Button>
      <Button isPending>En cours</Button>
      <IconButton icon={IconDownload} label="Télécharger" />
      <MoreMenu
        acts={[
          { id: 'pause', label: 'Mettre en pause', run: () => {} },
          { id: 'plan', label: 'Échéancier', disabledReason: 'Réservé à la direction.', run: () => {} },
          { id: 'delete', label: 'Supprimer', tone: 'danger', startsGroup: true, run: () => {} },
        ]}
      />
      <TextButton onPress={() => {}}>Pourquoi ?</TextButton>
      <Hint text="Délai moyen de paiement (DSO)">Délai moyen</Hint>
      <Drawer isOpen={open === 'drawer'} onClose={close} title="Saisir un règlement">
        Le contenu du panneau.
      </Drawer>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        role="alertdialog"
        title="Supprimer le modèle pour tous ?"
        footer={
          <Button variant="danger" onPress={close}>
            Supprimer le modèle
          </Button>
        }
      >
        Les messages déjà envoyés restent dans l’historique.
      </Dialog>
    </div>
  )
}
