import { asCurrency, money } from '@quittance/core/money/money.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { addInvoice } from '../../invoices/api.ts'
import { DueFields } from '../../invoices/DueFields.tsx'
import { bodyOf, type InvoiceBody, invoiceKinds, missingIn, newInvoice } from '../../invoices/invoice-draft.ts'
import { payerQuery } from '../../payments/api.ts'
import { CustomerField } from '../../payments/CustomerField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { AmountInput } from '../../ui/form/AmountInput.tsx'
import { DateInput } from '../../ui/form/DateInput.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { useToday } from '../../ui/today.ts'

export interface AddInvoiceDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** « Ajouter une facture », typed by hand; once added, its page opens. */
export function AddInvoiceDialog({ isOpen, onClose }: AddInvoiceDialogProps) {
  const { t } = useTranslation('invoices')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('add.title')} width="medium">
      <AddInvoiceForm />
    </Dialog>
  )
}

function AddInvoiceForm() {
  const { t } = useTranslation('invoices')
  const today = useToday()
  const { organization, legalEntities } = useSession()
  const [draft, setDraft] = useState(() => newInvoice(today))
  const { customer } = draft
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const payer = useQuery({ ...payerQuery(customer?.id ?? 0), enabled: customer !== null }).data
  const known = [payer?.currency, organization.baseCurrency, ...(payer?.outstanding ?? []).map((sum) => sum.currency)]
  const currencies = [...new Set(known.filter((code) => code !== undefined))]
  const currency = asCurrency(draft.currency ?? currencies[0] ?? organization.baseCurrency)
  const missing = missingIn(draft) ?? (payer ? undefined : 'reading')
  const add = useAddInvoice()
  const save = () => {
    const body = missing ? undefined : bodyOf(draft, currency)
    if (body) add.mutate(body)
  }

  return (
    <div className="grid grid-cols-1 gap-3">
      <CustomerField
        label={t('add.customer')}
        value={customer}
        onChange={(next) => set({ customer: next, currency: null })}
        autoFocus
      />
      <div className="grid gap-3 md:grid-cols-2">
        <TextInput label={t('add.number')} value={draft.number} onChange={(number) => set({ number })} isRequired />
        <Select
          label={t('add.kind')}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          options={invoiceKinds.map((value) => ({ value, label: t(`add.kindName.${value}`) }))}
        />
        <DateInput
          label={t('add.issueDate')}
          value={draft.issueDate}
          onChange={(issueDate) => set({ issueDate })}
          toward="past"
        />
        <AmountInput
          label={t('add.amount')}
          value={draft.amount === null ? null : money(draft.amount, currency)}
          currency={currency}
          onChange={(amount) => set({ amount: amount?.amount ?? null })}
        />
        {currencies.length > 1 && (
          <Select
            label={t('add.currency')}
            value={currency}
            onChange={(code: string) => set({ currency: code })}
            options={currencies.map((value) => ({ value, label: value }))}
          />
        )}
        {legalEntities.length > 1 && (
          <Select
            label={t('add.legalEntity')}
            value={String(draft.legalEntityId ?? legalEntities[0]?.id)}
            onChange={(id) => set({ legalEntityId: Number(id) })}
            options={legalEntities.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
      </div>
      <TextInput label={t('add.subject')} isOptional value={draft.subject} onChange={(subject) => set({ subject })} />
      {draft.kind === 'creditNote' ? (
        <p className="text-small text-ink3">{t('add.noDue')}</p>
      ) : (
        <DueFields draft={draft} currency={currency} usualTerms={payer?.paymentTerms ?? null} onChange={setDraft} />
      )}
      {add.error && (
        <p role="alert" className="text-small font-medium text-danger">
          {add.error.message}
        </p>
      )}
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          isPending={add.isPending}
          disabledReason={missing ? t(`add.need.${missing}`) : undefined}
          onPress={save}
        >
          {t('add.save')}
        </Button>
      </div>
    </div>
  )
}

/** Adds it, says so and opens its page. */
function useAddInvoice() {
  const { t } = useTranslation('invoices')
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: InvoiceBody) => addInvoice(body),
    onSuccess: (id, { number, kind }) => {
      showToast({ message: t(kind === 'creditNote' ? 'add.noteDone' : 'add.done', { number }) })
      void client.invalidateQueries()
      void navigate({ to: paths.invoice, params: { id: String(id) } })
    },
  })
}
