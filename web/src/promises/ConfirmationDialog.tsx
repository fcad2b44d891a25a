import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { TextArea, TextInput } from '../ui/form/TextInput.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { useLanguage } from '../ui/use-language.ts'
import { confirmationQuery, noteConfirmation } from './api.ts'

export interface ConfirmationDialogProps {
  readonly isOpen: boolean
  readonly plan: number
  readonly onClose: () => void
}

/** The text that confirms a plan to the customer: read, changed, and sent by a person. Nothing leaves by itself. */
export function ConfirmationDialog({ isOpen, plan, onClose }: ConfirmationDialogProps) {
  const { t } = useTranslation('promises')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('confirmation.title')} width="medium">
      <Loader plan={plan} onDone={onClose} />
    </Dialog>
  )
}

function Loader({ plan, onDone }: { readonly plan: number; readonly onDone: () => void }) {
  const { t } = useTranslation('promises')
  const { data, isPending, refetch } = useQuery(confirmationQuery(plan))
  if (isPending) return <SkeletonLines lines={6} />
  if (!data) return <ErrorState what={t('confirmation.what')} onRetry={() => void refetch()} />
  return <Confirmation plan={plan} prepared={data} onDone={onDone} />
}

interface ConfirmationProps {
  readonly plan: number
  readonly prepared: {
    readonly subject: string
    readonly body: string
    readonly to: readonly { readonly name: string; readonly email: string }[]
    readonly confirmedOn: string | null
  }
  readonly onDone: () => void
}

function Confirmation({ plan, prepared, onDone }: ConfirmationProps) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const act = useAct()
  const [subject, setSubject] = useState(prepared.subject)
  const [body, setBody] = useState(prepared.body)
  const { to, confirmedOn } = prepared
  const letter = `mailto:${to.map(({ email }) => email).join(',')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
  const copy = async () => {
    await navigator.clipboard.writeText(`${subject}\n\n${body}`)
    showToast({ message: t('confirmation.copied') })
  }
  const sent = async () => {
    if (await act({ work: () => noteConfirmation(plan), done: () => t('confirmation.noted') })) onDone()
  }
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">
        {to.length === 0
          ? t('confirmation.nobody')
          : t('confirmation.explain', {
              to: to.map(({ name, email }) => (name ? `${name} (${email})` : email)).join(', '),
            })}
      </p>
      {confirmedOn !== null && (
        <p className="text-small text-ink2">
          {t('confirmation.since', { date: formatDate(asDate(confirmedOn), language) })}
        </p>
      )}
      <TextInput label={t('confirmation.subject')} value={subject} onChange={setSubject} />
      <TextArea label={t('confirmation.body')} value={body} onChange={setBody} rows={14} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <a href={letter} className={textLinkClass}>
          {t('confirmation.open')}
        </a>
        <Button onPress={() => void copy()}>{t('confirmation.copy')}</Button>
        <Button variant="primary" hotkey="ctrl+enter" onPress={() => void sent()}>
          {t('confirmation.sent')}
        </Button>
      </div>
    </div>
  )
}
