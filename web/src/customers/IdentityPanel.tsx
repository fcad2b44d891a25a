import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { customerCategories } from '@quittance/core/customers/category.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forItsField } from '../app/api.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { SectionTitle } from '../ui/Card.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { Select } from '../ui/form/Select.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Customer, type CustomerChange, changeCustomer, languagesQuery } from './api.ts'
import { CustomerIbans } from './CustomerIbans.tsx'
import { EarlyDiscount } from './EarlyDiscount.tsx'
import { GroupFields } from './GroupFields.tsx'
import { useCustomerActs } from './use-customer-acts.ts'

/** « Identité »: who they are, where to write, on which terms. Each field saves alone, with undo. */
export function IdentityPanel({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const mayWrite = useMayWrite('business')
  return (
    <div className="grid gap-5 px-4 py-4">
      {!mayWrite && <p className="text-small text-ink2">{t('noRight')}</p>}
      <fieldset disabled={!mayWrite} inert={!mayWrite} className="grid min-w-0 gap-5">
        <Part title={t('identity.who')}>
          <Text customer={customer} field="name" />
          <Text customer={customer} field="tradeName" />
          <Text customer={customer} field="code" />
          <Category customer={customer} />
          <Text customer={customer} field="siren" />
          <Text customer={customer} field="vatNumber" />
          <Text customer={customer} field="phone" />
        </Part>
        <Part title={t('identity.where')}>
          <Text customer={customer} field="addressLine1" />
          <Text customer={customer} field="addressLine2" />
          <Text customer={customer} field="postcode" />
          <Text customer={customer} field="city" />
          <Text customer={customer} field="country" description={t('identity.countryNote')} />
          <MessageLanguage customer={customer} />
        </Part>
        <Part title={t('identity.terms')}>
          <Text customer={customer} field="paymentTerms" description={t('identity.termsNote')} />
          <Text customer={customer} field="currency" description={t('identity.currencyNote')} />
          <EarlyDiscount customer={customer} />
          <Limit customer={customer} />
          <Since customer={customer} />
          <Automatic customer={customer} />
        </Part>
        <Part title={t('identity.books')}>
          <Text customer={customer} field="accountCode" />
          <CustomerIbans customer={customer} />
        </Part>
        <Part title={t('identity.group')}>
          <GroupFields customer={customer} />
        </Part>
      </fieldset>
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <SectionTitle className="pb-2">{title}</SectionTitle>
      <div className="grid grid-cols-1 items-start gap-3 md:grid-cols-2 xl:grid-cols-3">{children}</div>
    </section>
  )
}

type TextField =
  | 'name'
  | 'tradeName'
  | 'accountCode'
  | 'code'
  | 'siren'
  | 'vatNumber'
  | 'phone'
  | 'addressLine1'
  | 'addressLine2'
  | 'postcode'
  | 'city'
  | 'country'
  | 'paymentTerms'
  | 'currency'

const required: readonly TextField[] = ['name', 'code', 'country', 'currency']

interface TextProps {
  readonly customer: Customer
  readonly field: TextField
  readonly description?: string
}

/** One text of the customer; what may not be empty keeps its value when emptied. */
function Text({ customer, field, description }: TextProps) {
  const { t } = useTranslation('customers')
  const client = useQueryClient()
  const save = async (typed: string) => {
    const tidy = field === 'country' || field === 'currency' ? typed.trim().toUpperCase() : typed.trim()
    if (tidy === '' && required.includes(field)) throw new Error(t('identity.required'))
    try {
      await changeCustomer(customer.id, { [field]: tidy === '' ? null : tidy })
    } catch (problem) {
      throw forItsField(problem)
    }
    await client.invalidateQueries()
  }
  return <InlineEdit label={t(`field.${field}`)} value={customer[field] ?? ''} save={save} description={description} />
}

function Category({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const change = useFieldChange(customer)
  const { category } = customer
  return (
    <Select
      label={t('field.category')}
      value={category}
      onChange={(to) => change({ category: to }, { category }, t('field.category'))}
      options={customerCategories.map((value) => ({
        value,
        label: t(`category.${value}`),
      }))}
    />
  )
}

function MessageLanguage({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const change = useFieldChange(customer)
  const { language } = customer
  const added = useQuery(languagesQuery).data ?? []
  const names = new Intl.DisplayNames([useLanguage()], { type: 'language' })
  return (
    <Select
      label={t('field.language')}
      value={language}
      onChange={(to) => change({ language: to }, { language }, t('field.language'))}
      options={[...new Set(['fr', 'en', ...added, language])].map((value) => ({
        value,
        label: names.of(value) ?? value,
      }))}
    />
  )
}

function Automatic({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const change = useFieldChange(customer)
  const { automaticMeans } = customer
  return (
    <div className="self-center">
      <Switch
        isOn={automaticMeans}
        words="after"
        onChange={(isOn) => change({ automaticMeans: isOn }, { automaticMeans }, t('field.automaticMeans'))}
      >
        {t('field.automaticMeans')}
      </Switch>
    </div>
  )
}

function Limit({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const change = useFieldChange(customer)
  const currency = asCurrency(customer.currency)
  const { creditLimit } = customer
  const [draft, setDraft] = useState<Money | null>(creditLimit === null ? null : money(creditLimit, currency))
  const typed = draft?.amount ?? null
  return (
    <WithSave
      isChanged={typed !== creditLimit}
      onSave={() => change({ creditLimit: typed }, { creditLimit }, t('field.creditLimit'))}
    >
      <AmountInput label={t('field.creditLimit')} value={draft} currency={currency} onChange={setDraft} />
    </WithSave>
  )
}

function Since({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const change = useFieldChange(customer)
  const { customerSince } = customer
  const [draft, setDraft] = useState<CalendarDate | null>(customerSince ? asDate(customerSince) : null)
  return (
    <WithSave
      isChanged={draft !== customerSince}
      onSave={() => change({ customerSince: draft }, { customerSince }, t('field.customerSince'))}
    >
      <DateInput label={t('field.customerSince')} value={draft} onChange={setDraft} toward="past" />
    </WithSave>
  )
}

interface WithSaveProps {
  readonly children: ReactNode
  readonly isChanged: boolean
  readonly onSave: () => void
}

/** A field whose half-typed value must not be saved: its button appears once it differs. */
function WithSave({ children, isChanged, onSave }: WithSaveProps) {
  const { t } = useTranslation('customers')
  return (
    <div className="flex items-end gap-2 *:first:min-w-0 *:first:flex-1">
      {children}
      {isChanged && <Button onPress={onSave}>{t('identity.save')}</Button>}
    </div>
  )
}

function useFieldChange(customer: Customer) {
  const { t } = useTranslation('customers')
  const { change } = useCustomerActs(customer)
  return (to: CustomerChange, before: CustomerChange, label: string) =>
    void change(to, before, t('identity.saved', { label }))
}
