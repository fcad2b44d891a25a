import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { TextLink } from '../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { SourceLine } from './SourceLine.tsx'
import { sourcesQuery } from './source-api.ts'

/** The sources in use and how fresh they are; nothing before the first file. */
export function FreshSources() {
  const { t } = useTranslation('imports')
  const sources = useQuery(sourcesQuery).data?.sources.filter(({ isActive }) => isActive) ?? []
  if (sources.length === 0) return null
  return (
    <Card label={t('source.title')}>
      <SectionTitle
        className="px-4 pt-3 pb-2"
        end={
          <TextLink link={{ to: paths.settingsSection, params: { section: 'sources' } }}>{t('source.manage')}</TextLink>
        }
      >
        {t('source.title')}
      </SectionTitle>
      <ul aria-label={t('source.title')} className="border-t border-line">
        {sources.map((source) => (
          <SourceLine key={source.id} source={source} />
        ))}
      </ul>
    </Card>
  )
}
