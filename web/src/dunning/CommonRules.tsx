import { asCurrency, money } from '@quittance/core/money/money.ts'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { Money } from '../ui/Money.tsx'
import { StatusPill } from '../ui/Pill.tsx'

/** What holds for every scenario: the rules of the house, and what stops a reminder by itself. */
export function CommonRules() {
  const { t } = useTranslation('dunning')
  const { organization } = useSession()
  const tolerance = money(organization.toleranceAmount, asCurrency(organization.baseCurrency))
  const rules = [
    { id: 'one', words: t('rules.one') },
    { id: 'gap', words: t('rules.gap', { count: organization.minimumDaysBetweenContacts }) },
    {
      id: 'tolerance',
      words: (
        <>
          {t('rules.tolerance')} <Money of={tolerance} />
        </>
      ),
    },
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
