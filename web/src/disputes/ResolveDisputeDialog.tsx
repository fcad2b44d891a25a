import type { Outcome } from '@quittance/core/disputes/dispute-standing.ts'
import { tellOutcome } from '@quittance/core/disputes/tell-outcome.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import type { Dispute, Resolution } from './api.ts'

export interface ResolveDisputeDialogProps {
  readonly isOpen: boolean
  readonly dispute: Dispute
  readonly onClose: () => void
  readonly onResolve: (resolution: Resolution) => void
}

/** How the dispute ended, what the customer is told, and the document that says so. */
export function ResolveDisputeDialog({ isOpen, onClose, ...form }: ResolveDisputeDialogProps) {
  const { t } = useTranslation('disputes')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('resolveTitle')} width="medium">
      <ResolveForm {...form} />
    </Dialog>
  )
}

/** Most frequent first. */
const outcomes = ['agreed', 'creditNote', 'correctedInvoice', 'rejected'] as const satisfies readonly Outcome[]
const none = 'none'

function ResolveForm({ dispute, onResolve }: Pick<ResolveDisputeDialogProps, 'dispute' | 'onResolve'>) {
  const { t } = useTranslation('disputes')
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(dispute.awaiting ?? 'agreed')
  const [linked, setLinked] = useState<string>(none)
  const [resolution, setResolution] = useState('')
  /** As it was changed by hand; null as long as it follows from the outcome. */
  const [told, setTold] = useState<string | null>(null)
  const isEmpty = resolution.trim() === ''
  const links = dispute.linkable.filter(({ kind }) => (kind === 'creditNote') === (outcome === 'creditNote'))
  const mayLink = outcome === 'creditNote' || outcome === 'correctedInvoice'
  const document = mayLink ? links.find(({ id }) => String(id) === linked) : undefined
  const suggested = tellOutcome(outcome, {
    invoices: dispute.invoices.map(({ number }) => number),
    linked: document?.number ?? null,
    language: dispute.language === 'fr' ? 'fr' : 'en',
  })
  const save = () =>
    onResolve({
      ...{ outcome, resolution: resolution.trim(), told: (told ?? suggested).trim() || null },
      linkedInvoiceId: document?.id ?? null,
    })
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('outcomeLabel')}
          value={outcome}
          onChange={setOutcome}
          options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
        {mayLink && (
          <Select
            label={t(outcome === 'creditNote' ? 'link.creditNote' : 'link.correctedInvoice')}
            value={linked}
            onChange={setLinked}
            options={[
              { value: none, label: t('link.none') },
              ...links.map(({ id, number }) => ({ value: String(id), label: number })),
            ]}
          />
        )}
      </div>
      <TextArea
        label={t('resolution')}
        value={resolution}
        onChange={setResolution}
        autoFocus
        placeholder={t('resolvePlaceholder')}
      />
      <TextArea label={t('told')} isOptional value={told ?? suggested} onChange={setTold} rows={4} />
      <p className="text-small text-ink3">{t(outcome === 'rejected' ? 'thenRejected' : 'then')}</p>
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={isEmpty ? t('needsResolution') : undefined}
          onPress={() => !isEmpty && save()}
        >
          {t('resolve')}
        </Button>
      </div>
    </div>
  )
}
