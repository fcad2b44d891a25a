import { useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Drawer.tsx'
import { TextArea } from './form/TextInput.tsx'

export interface ReasonDialogProps {
  readonly isOpen: boolean
  readonly title: string
  /** What will happen, in a sentence. */
  readonly explanation: string
  readonly label: string
  readonly placeholder?: string
  /** The button names the effect. */
  readonly save: string
  readonly onClose: () => void
  /** null: no reason was given. */
  readonly onSave: (reason: string | null) => void
}

/** An act that may be given its reason, in a sentence that stays. */
export function ReasonDialog({ isOpen, title, onClose, ...form }: ReasonDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <ReasonForm {...form} />
    </Dialog>
  )
}

function ReasonForm(props: Omit<ReasonDialogProps, 'isOpen' | 'title' | 'onClose'>) {
  const [reason, setReason] = useState('')
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{props.explanation}</p>
      <TextArea
        label={props.label}
        isOptional
        value={reason}
        onChange={setReason}
        autoFocus
        placeholder={props.placeholder}
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          onPress={() => props.onSave(reason.trim() === '' ? null : reason.trim())}
        >
          {props.save}
        </Button>
      </div>
    </div>
  )
}
