import { IconSparkles, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { useDemo } from './use-demo.ts'

/** The example company: work in it, come back, remove it with all that is in it. */
export function DemoSection() {
  const { t } = useTranslation('people')
  const { organization, organizations } = useSession()
  const demo = useDemo()
  const example = organizations.find(({ isDemo }) => isDemo)
  const situation = organization.isDemo ? 'here' : example ? 'there' : 'none'
  return (
    <>
      <Card padded label={t('demo.sectionTitle')} className="grid gap-3 py-4">
        <SectionTitle>{t('demo.sectionTitle')}</SectionTitle>
        <p className="text-body text-ink2">
          {t('demo.sectionLead')} {t(`demo.${situation}`)}
        </p>
        <div className="flex flex-wrap gap-2.5">
          {!organization.isDemo && (
            <Button
              icon={IconSparkles}
              isPending={demo.isPending}
              onPress={() => (example ? demo.workIn(example.id) : demo.start())}
            >
              {t(demo.isPending ? 'demo.starting' : example ? 'demo.open' : 'demo.start')}
            </Button>
          )}
          {example && (
            <Button icon={IconTrash} variant="danger" isPending={demo.isPending} onPress={demo.remove}>
              {t('demo.removeAll')}
            </Button>
          )}
        </div>
      </Card>
      {organizations.length > 1 && (
        <Card label={t('demo.organizations')}>
          <SectionTitle className="px-4 pt-3 pb-2">{t('demo.organizations')}</SectionTitle>
          <ul>
            {organizations.map(({ id, name, isDemo }) => (
              <li key={id} className="flex min-h-11 items-center gap-3 border-t border-line px-4 text-body">
                <span className="font-medium">{name}</span>
                {isDemo && <StatusPill tone="promise">{t('demo.band')}</StatusPill>}
                <span className="ml-auto">
                  {id === organization.id ? (
                    <span className="text-small text-ink3">{t('demo.current')}</span>
                  ) : (
                    <Button size="small" isPending={demo.isPending} onPress={() => demo.workIn(id)}>
                      {t('demo.open')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
