import { minorUnitDigits } from '@quittance/core/money/currency.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { Money } from '../ui/Money.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import type { ScenarioRules } from './scenario-api.ts'

/** What holds for this scenario: the rules of the house where it says nothing else, and what stops a reminder by itself. */
export function CommonRules({ own }: { readonly own: ScenarioRules }) {
  const { t } = useTranslation('dunning')
  const { organization } = useSession()
  const currency = asCurrency(organization.baseCurrency)
  const sum = (hundredths: number) => money((hundredths * 10 ** minorUnitDigits(currency)) / 100, currency)
  const tolerance = own.tolerance === undefined ? money(organization.toleranceAmount, currency) : sum(own.tolerance)
  const gap = own.minimumDaysBetweenContacts ?? organization.minimumDaysBetweenContacts
  const rules = [
    { id: 'one', words: t('rules.one') },
    { id: 'gap', words: gap === 0 ? t('rules.noGap') : t('rules.gap', { count: gap }) },
    {
      id: 'tolerance',
      words: (
        <>
          {t('rules.tolerance')} <Money of={tolerance} />
        </>
      ),
    },
    ...(own.approvalAbove === undefined
      ? []
      : [
          {
            id: 'approval',
            words: (
              <>
                {t('ownRules.approvalAbove')} <Money of={sum(own.approvalAbove)} />
              </>
            ),
          },
        ]),
    ...(own.repeat ? [{ id: 'repeat', words: t('rules.repeat', own.repeat) }] : []),
    ...(own.everyDay ? [{ id: 'everyDay', words: t('rules.everyDay') }] : []),
  ]
  return (
    <>
      <section aria-label={t('rules.title')} className="border-t border-line px-4 py-3">
        <h2 className="pb-1 text-table font-regular text-ink2">{t('rules.title')}</h2>
        <ul className="grid gap-1 text-table">
          {rules.map(({ id, words }) => (
            <li key={id} className="flex gap-2">
              <Glyph icon={IconCheck} className="pt-0.5 text-ink2" />
              <span>{words}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('rules.stops')} className="rounded-b-card border-t border-line bg-sunken px-4 py-3">
        <h2 className="pb-1.5 text-table font-regular text-ink2">{t('rules.stops')}</h2>
        <div className="flex flex-wrap gap-1.5">
          <StatusPill tone="promise">{t('rules.promise')}</StatusPill>
          <StatusPill tone="dispute">{t('rules.dispute')}</StatusPill>
          <StatusPill tone="paid">{t('rules.bank')}</StatusPill>
          <StatusPill tone="neutral">{t('rules.plan')}</StatusPill>
        </div>
      </section>
    </>
  )
}
