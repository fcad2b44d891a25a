import { useTranslation } from 'react-i18next'
import type { ContactCounts as Counts } from './simulation-api.ts'

/** « 44 e-mails, 7 appels, 3 courriers », large, each with its colour; SMS where there are any. */
export function ContactCounts({ of }: { readonly of: Counts }) {
  const { t } = useTranslation('dunning')
  return (
    <div className={of.texts > 0 ? 'grid grid-cols-4' : 'grid grid-cols-3'}>
      <Count color="bg-accent" value={of.emails} word={t('simulation.emails', { count: of.emails })} />
      {of.texts > 0 && <Count color="bg-accent/65" value={of.texts} word={t('simulation.texts')} />}
      <Count color="bg-a1" value={of.calls} word={t('simulation.calls', { count: of.calls })} />
      <Count color="bg-a3" value={of.letters} word={t('simulation.letters', { count: of.letters })} />
    </div>
  )
}

function Count({ color, value, word }: { readonly color: string; readonly value: number; readonly word: string }) {
  return (
    <div>
      <div className="figures text-figure-m">{value}</div>
      <div className="flex items-center gap-1.5 text-small text-ink2">
        <span aria-hidden="true" className={`size-2 rounded-[2px] ${color}`} />
        {word}
      </div>
    </div>
  )
}
