import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bankAccountsQuery } from '../../reconciliation/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Drawer.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'

export interface AccountQuestion {
  readonly fileName: string
  /** Null: the file is not brought. */
  readonly answer: (account: number | null) => void
}

/** A list of movements does not say which account it is of: a person does. */
export function WhichAccount({ question: { fileName, answer } }: { readonly question: AccountQuestion }) {
  const { t } = useTranslation('reconciliation')
  const accounts = useQuery(bankAccountsQuery).data?.rows.filter(({ isActive }) => isActive) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Dialog
      isOpen
      onClose={() => answer(null)}
      title={t('whichAccount.title')}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={() => answer(null)}>{t('whichAccount.stop')}</Button>
          <Button
            variant="primary"
            disabledReason={chosen === null ? t('whichAccount.choose') : undefined}
            onPress={() => answer(Number(chosen))}
          >
            {t('whichAccount.go')}
          </Button>
        </div>
      }
    >
      <p className="pb-3 text-ink2">{t('whichAccount.note', { file: fileName })}</p>
      <RadioCards
        label={t('whichAccount.label')}
        options={accounts.map(({ id, name, iban, written, currency }) => ({
          value: String(id),
          title: name,
          note: [iban ?? written, currency].filter(Boolean).join(' · '),
        }))}
        value={chosen}
        onChange={setChosen}
      />
    </Dialog>
  )
}
