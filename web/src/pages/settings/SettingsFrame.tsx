import {
  IconBuildingBank,
  IconBuildingCommunity,
  IconClockPlay,
  IconFileImport,
  IconHistory,
  IconKey,
  IconMail,
  IconPalette,
  IconPercentage,
  IconPlugConnected,
  IconSparkles,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { cx } from '../../ui/class-names.ts'
import { Glyph, type Icon } from '../../ui/Glyph.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { LinkTabs } from '../../ui/Tabs.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { type Section, sectionsFor } from './sections.ts'

const icons: Readonly<Record<Section, Icon>> = {
  entreprise: IconBuildingCommunity,
  utilisateurs: IconUsers,
  relances: IconClockPlay,
  penalites: IconPercentage,
  envoi: IconMail,
  import: IconFileImport,
  sources: IconPlugConnected,
  banque: IconBuildingBank,
  cles: IconKey,
  exemple: IconSparkles,
  journal: IconHistory,
  compte: IconUserCircle,
  apparence: IconPalette,
}

const linkOf = (section: Section): LinkProps =>
  section === 'import' ? { to: paths.importInvoices } : { to: paths.settingsSection, params: { section } }

export interface SettingsFrameProps {
  readonly section: Section
  readonly children: ReactNode
}

/** The parts of the settings beside the one that is open; above it where there is no room. */
export function SettingsFrame({ section, children }: SettingsFrameProps) {
  const { t } = useTranslation('settings')
  const { person } = useSession()
  const hasRoom = useMediaQuery('(width >= 64rem)')
  const offered = sectionsFor(person.role)
  return (
    <Page>
      <PageHeader title={t('title')} note={t(`section.${section}`)} />
      {!hasRoom && (
        <LinkTabs
          label={t('parts')}
          currentId={section}
          tabs={offered.map((id) => ({ id, label: t(`section.${id}`), link: linkOf(id) }))}
        />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[200px_minmax(0,52rem)]">
        {hasRoom && (
          <nav aria-label={t('parts')} className="sticky top-4 pt-1">
            <ul className="grid gap-0.5">
              {offered.map((id) => (
                <li key={id}>
                  <Link
                    {...linkOf(id)}
                    aria-current={id === section ? 'page' : undefined}
                    className={cx(
                      'motion-quick flex h-9 items-center gap-2.5 rounded-control px-2.5 text-body',
                      id === section
                        ? 'bg-accentbg font-semibold text-accent'
                        : 'font-medium text-ink2 hover:bg-neutralbg hover:text-ink',
                    )}
                  >
                    <Glyph icon={icons[id]} size={17} />
                    {t(`section.${id}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="grid min-w-0 gap-3.5">{children}</div>
      </div>
    </Page>
  )
}
