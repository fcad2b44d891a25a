import { parsePaymentTerm } from '@quittance/core/invoices/parse-payment-term.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { changeLegalEntity, type FirmChange, type LegalEntity } from './api.ts'
import { RateNote } from './RateNote.tsx'
import { readRate, writeIban, writeRate } from './setting-values.ts'

const identity = ['name', 'legalForm', 'capital', 'siren', 'rcs', 'vatNumber'] as const
const place = ['addressLine1', 'addressLine2', 'postcode', 'city', 'country', 'phone', 'email'] as const
type TextField = (typeof identity)[number] | (typeof place)[number]

/** One firm that invoices: what its messages and letters say. Each field saves alone. */
export function FirmCard({ firm }: { readonly firm: LegalEntity }) {
  const { t } = useTranslation('settings')
  const mayWrite = useMayWrite('settings')
  const save = useSaveFirm(firm.id)
  const text = (name: TextField) => (
    <InlineEdit
      key={name}
      label={t(`firm.${name}`)}
      value={firm[name] ?? ''}
      isDisabled={!mayWrite}
      {...(name === 'phone' && { inputMode: 'tel' as const })}
      {...(name === 'email' && { inputMode: 'email' as const })}
      save={async (typed) => {
        const value = typed.trim()
        if (value === '' && name === 'name') throw new Error(t('firm.needsName'))
        if (name === 'country' && !/^[A-Za-z]{2}$/.test(value)) throw new Error(t('firm.needsCountry'))
        const told = name === 'country' ? value.toUpperCase() : value
        await save({ [name]: told === '' ? null : told })
      }}
    />
  )
  return (
    <Card padded label={firm.name} className="grid gap-5 py-4">
      <SectionTitle>{firm.name}</SectionTitle>
      <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-2">{identity.map(text)}</div>
      <div>
        <SectionTitle level={3} className="pb-2">
          {t('firm.place')}
        </SectionTitle>
        <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-2">{place.map(text)}</div>
      </div>
      <FirmMoney firm={firm} isDisabled={!mayWrite} />
    </Card>
  )
}

/** Where one pays, when, and what lateness costs. */
function FirmMoney({ firm, isDisabled }: { readonly firm: LegalEntity; readonly isDisabled: boolean }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const save = useSaveFirm(firm.id)
  return (
    <div>
      <SectionTitle level={3} className="pb-2">
        {t('firm.money')}
      </SectionTitle>
      <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-2">
        <InlineEdit
          label={t('firm.iban')}
          value={writeIban(firm.iban)}
          save={(iban) => save({ iban: iban.trim() || null })}
          description={t(firm.iban === null ? 'firm.ibanMissing' : 'firm.ibanNote')}
          isDisabled={isDisabled}
        />
        <InlineEdit
          label={t('firm.bic')}
          value={firm.bic ?? ''}
          save={(bic) => save({ bic: bic.replace(/\s/g, '').toUpperCase() || null })}
          isDisabled={isDisabled}
        />
        <InlineEdit
          label={t('firm.defaultTerms')}
          value={firm.defaultTerms ?? ''}
          save={async (typed) => {
            const terms = typed.trim()
            if (terms !== '' && !parsePaymentTerm(terms).ok) throw new Error(t('firm.unknownTerms'))
            await save({ defaultTerms: terms || null })
          }}
          placeholder={t('firm.termsExample')}
          description={t('firm.termsNote')}
          isDisabled={isDisabled}
        />
        <InlineEdit
          label={t('firm.rate')}
          value={writeRate(firm.lateInterestRate, language)}
          inputMode="decimal"
          end="%"
          save={async (typed) => {
            const lateInterestRate = readRate(typed)
            if (lateInterestRate === undefined) throw new Error(t('firm.unknownRate'))
            await save({ lateInterestRate })
          }}
          isDisabled={isDisabled}
        />
      </div>
      <div className="pt-3">
        <RateNote rate={firm.lateInterestRate} />
      </div>
    </div>
  )
}

function useSaveFirm(id: number) {
  const client = useQueryClient()
  return async (change: FirmChange): Promise<void> => {
    await changeLegalEntity(id, change)
    await client.invalidateQueries()
  }
}
