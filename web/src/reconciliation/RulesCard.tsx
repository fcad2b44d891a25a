import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import { bankAccountsQuery, bankRulesQuery, removeRule, setMatchesByItself } from './api.ts'

/** What people taught the matching; each rule can be forgotten. */
export function RulesCard() {
  const { t } = useTranslation('reconciliation')
  const act = useAct()
  const refusal = useMayWrite('bank') ? undefined : t('readonly')
  const rules = useQuery(bankRulesQuery).data ?? []
  return (
    <Card label={t('rules.title')}>
      <SectionTitle className="px-4 pt-3.5 pb-1">{t('rules.title')}</SectionTitle>
      <p className="px-4 pb-3 text-small text-ink2">{rules.length === 0 ? t('rules.none') : t('rules.note')}</p>
      <ul className="divide-y divide-line">
        {rules.map((rule) => (
          <li key={rule.id} className="flex items-center gap-3 border-t border-line px-4 py-2">
            <div className="min-w-0 flex-1">
              <TwoLineRow
                title={rule.sentence}
                detail={rule.taughtBy === null ? undefined : t('rules.by', { name: rule.taughtBy })}
              />
            </div>
            <Button
              size="small"
              disabledReason={refusal}
              onPress={() => void act({ work: () => removeRule(rule.id), done: () => t('rules.forgotten') })}
            >
              {t('rules.forget')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Whether almost certain matches need a click. */
export function MatchingCard() {
  const { t } = useTranslation('reconciliation')
  const act = useAct()
  const mayWrite = useMayWrite('settings')
  const isOn = useQuery(bankAccountsQuery).data?.matchesByItself ?? false
  return (
    <Card padded label={t('byItself.title')}>
      <Switch
        isOn={isOn}
        isDisabled={!mayWrite}
        description={t('byItself.note')}
        onChange={(after) =>
          void act({
            work: () => setMatchesByItself(after),
            done: () => t(after ? 'byItself.on' : 'byItself.off'),
            undo: () => setMatchesByItself(!after),
          })
        }
      >
        {t('byItself.title')}
      </Switch>
    </Card>
  )
}
