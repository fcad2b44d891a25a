import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { SectionTitle } from '../../ui/Card.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { holdLook } from '../hold-look.ts'

export interface HeldBackProps {
  readonly title: string
  readonly held: readonly { readonly because: string; readonly label: string; readonly customers: number }[]
}

/** Who would not be written to, and why, in customers. */
export function HeldBack({ title, held }: HeldBackProps) {
  const { t } = useTranslation('dunning')
  if (held.length === 0) return null
  return (
    <section aria-label={title} className="border-t border-line px-4 py-3">
      <SectionTitle end={t('note.customers', { count: held.reduce((sum, { customers }) => sum + customers, 0) })}>
        {title}
      </SectionTitle>
      <ul className="grid gap-1 pt-2">
        {held.map(({ because, label, customers }) => {
          const { icon, tone } = holdLook(because)
          return (
            <li key={because} className="flex items-center justify-between gap-2">
              <StatusPill tone={tone} icon={icon}>
                {label}
              </StatusPill>
              <span className="figures">{customers}</span>
            </li>
          )
        })}
      </ul>
      {held.some(({ because }) => because === 'badContact') && (
        <p className="pt-2 text-small text-ink2">
          {t('simulation.addresses')}{' '}
          <TextLink link={{ to: paths.importInvoices }}>{t('simulation.importAddresses')}</TextLink>
        </p>
      )}
    </section>
  )
}
