import { customerCategories } from '@quittance/core/customers/category.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forItsField } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { addContact, addCustomer, type Customer } from './api.ts'
import { codeFromName } from './code-from-name.ts'
import { looksLikeAddress } from './email-address.ts'

export interface AddCustomerDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Who can follow a customer. */
  readonly people: readonly { readonly id: number; readonly name: string }[]
  readonly onAdded: (customer: Customer) => void
}

/** « Ajouter un client »: a name is enough; the rest can wait for the customer's page. */
export function AddCustomerDialog({ isOpen, onClose, ...form }: AddCustomerDialogProps) {
  const { t } = useTranslation('customers')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('add.title')} width="medium">
      <AddCustomerForm {...form} />
    </Dialog>
  )
}

const blank = { name: '', code: '', category: 'company' as Customer['category'], siren: '', email: '', salesRep: '' }
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

function AddCustomerForm({ people, onAdded }: Pick<AddCustomerDialogProps, 'people' | 'onAdded'>) {
  const { t } = useTranslation('customers')
  const [form, setForm] = useState(blank)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<string>()
  const [added, setAdded] = useState<Customer>()
  const set = (change: Partial<typeof blank>) => setForm((before) => ({ ...before, ...change }))
  const proposed = codeFromName(form.name)
  const isWrong = form.email.trim() !== '' && !looksLikeAddress(form.email)
  const missing = proposed === '' ? 'add.needsName' : isWrong ? 'contact.notAnAddress' : undefined

  const save = async () => {
    setSaving(true)
    setError(undefined)
    try {
      // Refused its contact only, the customer is there already: the next try is about the contact alone.
      const customer =
        added ??
        (await addCustomer({
          name: form.name.trim(),
          code: orNull(form.code) ?? proposed,
          category: form.category,
          siren: orNull(form.siren),
          salesRepId: form.salesRep === '' ? null : Number(form.salesRep),
        }))
      setAdded(customer)
      const email = orNull(form.email)
      if (email) await addContact(customer.id, { email, role: 'accountsPayable', receivesReminders: true })
      onAdded(customer)
    } catch (problem) {
      setError(forItsField(problem).message)
      setSaving(false)
    }
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing) void save()
      }}
    >
      <TextInput label={t('field.name')} value={form.name} onChange={(name) => set({ name })} autoFocus isRequired />
      <div className="grid gap-3 md:grid-cols-2">
        <TextInput
          label={t('field.code')}
          isOptional
          value={form.code}
          onChange={(code) => set({ code })}
          placeholder={proposed}
          description={t('add.codeNote')}
        />
        <Select
          label={t('field.category')}
          value={form.category}
          onChange={(category) => set({ category })}
          options={customerCategories.map((value) => ({
            value,
            label: t(`category.${value}`),
          }))}
        />
        <TextInput
          label={t('field.siren')}
          isOptional
          value={form.siren}
          onChange={(siren) => set({ siren })}
          inputMode="numeric"
        />
        <Select
          label={t('field.salesRep')}
          isOptional
          value={form.salesRep}
          onChange={(salesRep) => set({ salesRep })}
          options={[
            { value: '', label: t('nobody') },
            ...people.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      </div>
      <TextInput
        label={t('add.email')}
        isOptional
        value={form.email}
        onChange={(email) => set({ email })}
        inputMode="email"
        description={t('add.emailNote')}
        error={isWrong ? t('contact.notAnAddress') : undefined}
      />
      {error && (
        <p role="alert" className="text-small font-medium text-danger">
          {error}
        </p>
      )}
      <div className="flex justify-end">
        <Button variant="primary" type="submit" isPending={isSaving} disabledReason={missing && t(missing)}>
          {t('add.save')}
        </Button>
      </div>
    </form>
  )
}
