import { useTranslation } from 'react-i18next'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { apiAddress, apiDocumentAddress } from './api-keys.ts'

/** What the maker of the other program needs: where to send, how to show the key, what the calls look like. */
export function ApiAddressCard() {
  const { t } = useTranslation('people')
  const rows = [
    [t('keys.address'), apiAddress()],
    [t('keys.header'), 'Authorization: Bearer qtc_…'],
    [t('keys.pushes'), 'PUT /invoices'],
    [t('keys.sends'), 'POST /imports'],
  ] as const
  return (
    <Card padded label={t('keys.forMaker')} className="grid gap-3 py-4">
      <SectionTitle>{t('keys.forMaker')}</SectionTitle>
      <p className="text-body text-ink2">{t('keys.forMakerLead')}</p>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1.5 text-body md:grid-cols-[max-content_minmax(0,1fr)]">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink3">{label}</dt>
            <dd className="font-mono text-small break-all md:pt-px">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-body">
        <a href={apiDocumentAddress} target="_blank" rel="noreferrer" className={textLinkClass}>
          {t('keys.document')}
        </a>
      </p>
    </Card>
  )
}
