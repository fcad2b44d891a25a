import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../app/ReadError.tsx'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { asMoney } from '../app/wire.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { Money } from '../ui/Money.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { type BankAccount, bankAccountsQuery, changeAccount } from './api.ts'

/** The accounts of the firm: their balance, how fresh they are, and the days no statement covers. */
export function AccountsCard() {
  const { t } = useTranslation('reconciliation')
  const { data, error, refetch } = useQuery(bankAccountsQuery)
  return (
    <Card label={t('accounts.title')}>
      <SectionTitle className="px-4 pt-3.5 pb-2">{t('accounts.title')}</SectionTitle>
      {error && !data && <ReadError what={t('what.accounts')} error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data?.rows.length === 0 && <p className="px-4 pb-4 text-body text-ink2">{t('accounts.none')}</p>}
      <ul className="divide-y divide-line">
        {data?.rows.map((account) => (
          <AccountLine key={account.id} account={account} />
        ))}
      </ul>
    </Card>
  )
}

function AccountLine({ account }: { readonly account: BankAccount }) {
  const { t } = useTranslation('reconciliation')
  const act = useAct()
  const mayWrite = useMayWrite('bank')
  const client = useQueryClient()
  const rename = async (name: string): Promise<void> => {
    await changeAccount(account.id, { name })
    await client.invalidateQueries()
  }
  const expect = (isActive: boolean) =>
    act({
      work: () => changeAccount(account.id, { isActive }),
      done: () => t('accounts.changed', { name: account.name }),
      undo: () => changeAccount(account.id, { isActive: account.isActive }),
    })
  return (
    <li className="grid gap-1 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <div className="min-w-48 flex-1 max-md:basis-full">
          {mayWrite ? (
            <InlineEdit label={t('accounts.name')} value={account.name} save={rename} />
          ) : (
            <p className="text-body font-medium">{account.name}</p>
          )}
          <p className="figures text-small break-all text-ink3">{inFours(account.iban ?? account.written ?? '')}</p>
        </div>
        <div className="text-right max-md:flex-1 max-md:text-left">
          {account.balance && (
            <p className="text-body">
              <Money of={asMoney(account.balance)} look="strong" />
            </p>
          )}
          <p className="text-small text-ink3">
            {account.lastStatementOn ? (
              <>
                {t('accounts.last')} <DateText date={asDate(account.lastStatementOn)} />
              </>
            ) : (
              t('accounts.never')
            )}
          </p>
        </div>
        <Switch
          isOn={account.isActive}
          isDisabled={!mayWrite}
          words="hidden"
          onChange={(isActive) => void expect(isActive)}
        >
          {t('accounts.isActive', { name: account.name })}
        </Switch>
      </div>
      {account.gaps.length > 0 && (
        <ul className="text-small text-warn">
          {account.gaps.map(({ from, sentence }) => (
            <li key={from}>{sentence}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

const inFours = (iban: string): string => (/^[A-Z]{2}\d{2}/.test(iban) ? iban.replace(/(.{4})(?=.)/g, '$1 ') : iban)
