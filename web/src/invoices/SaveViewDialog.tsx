import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { RadioCards } from '../ui/form/RadioCards.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'

export interface NamedView {
  readonly name: string
  readonly isShared: boolean
}

export interface SaveViewDialogProps {
  readonly isOpen: boolean
  /** What the form begins with: nothing for a new view, the view itself to rename it. */
  readonly start: NamedView | null
  /** The names of one's own views: saving under one of them replaces it. */
  readonly taken: readonly string[]
  readonly onClose: () => void
  readonly onSave: (view: NamedView) => void
}

/** « Enregistrer cette vue »: its name, and whether colleagues see it. */
export function SaveViewDialog({ isOpen, onClose, ...form }: SaveViewDialogProps) {
  const { t } = useTranslation('invoices')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t(form.start ? 'saved.renameTitle' : 'saved.title')}>
      <SaveViewForm {...form} />
    </Dialog>
  )
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

function SaveViewForm({ start, taken, onSave }: Omit<SaveViewDialogProps, 'isOpen' | 'onClose'>) {
  const { t } = useTranslation('invoices')
  const [name, setName] = useState(start?.name ?? '')
  const [who, setWho] = useState<'me' | 'all'>(start?.isShared ? 'all' : 'me')
  const mayShare = useMayWrite('business')
  const isTaken = taken.some((other) => same(other, name) && !(start && same(start.name, name)))
  const replaces = isTaken && !start
  const missing = name.trim() === '' ? t('saved.needsName') : isTaken && start ? t('saved.nameTaken') : undefined
  const save = () => {
    if (!missing) onSave({ name: name.trim(), isShared: who === 'all' })
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {!start && <p className="text-body text-ink2">{t('saved.explain')}</p>}
      <TextInput
        label={t('saved.name')}
        value={name}
        onChange={(text) => setName(text.slice(0, 60))}
        autoFocus
        isRequired
        placeholder={t('saved.namePlaceholder')}
        description={replaces && t('saved.replaces')}
      />
      <RadioCards
        label={t('saved.who')}
        value={who}
        onChange={setWho}
        options={[
          { value: 'me', title: t('saved.me'), note: t('saved.meNote') },
          {
            value: 'all',
            title: t('saved.all'),
            note: t(mayShare ? 'saved.allNote' : 'noRight'),
            isDisabled: !mayShare,
          },
        ]}
      />
      <div className="flex justify-end">
        <Button variant="primary" hotkey="ctrl+enter" onPress={save} disabledReason={missing}>
          {t(replaces ? 'saved.replace' : 'saved.save')}
        </Button>
      </div>
    </form>
  )
}
