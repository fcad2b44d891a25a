import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { RatesSection } from '../../dunning/law/RatesSection.tsx'
import { ApiKeysSection } from '../../people/ApiKeysSection.tsx'
import { DemoSection } from '../../people/DemoSection.tsx'
import { JournalSection } from '../../people/JournalSection.tsx'
import { MySection } from '../../people/MySection.tsx'
import { PeopleSection } from '../../people/PeopleSection.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { NotYoursState } from '../../ui/states.tsx'
import { AppearanceCard } from './AppearanceCard.tsx'
import { BankSection } from './BankSection.tsx'
import { CompanySection } from './CompanySection.tsx'
import { RulesSection } from './RulesSection.tsx'
import { SenderSection } from './SenderSection.tsx'
import { SettingsFrame } from './SettingsFrame.tsx'
import { SourcesSection } from './SourcesSection.tsx'
import { isSection, type Section, sectionsFor } from './sections.ts'

const contents: Readonly<Record<Exclude<Section, 'import'>, () => React.ReactNode>> = {
  entreprise: CompanySection,
  utilisateurs: PeopleSection,
  relances: RulesSection,
  penalites: RatesSection,
  envoi: SenderSection,
  sources: SourcesSection,
  banque: BankSection,
  cles: ApiKeysSection,
  exemple: DemoSection,
  journal: JournalSection,
  compte: MySection,
  apparence: AppearanceCard,
}

/** The rules of the house, part by part; each field saves alone, with undo. */
export function SettingsPage() {
  const { section: word } = useParams({ strict: false })
  const { role } = useSession().person
  const offered = sectionsFor(role)
  const asked = word !== undefined && isSection(word) ? word : (offered[0] ?? 'compte')
  const section = asked === 'import' ? 'entreprise' : asked // the imports have a page of their own
  const Content = contents[section]
  return (
    <SettingsFrame section={section}>
      {offered.includes(section) ? <Content /> : <NotYoursState action={<BackToMine />} />}
    </SettingsFrame>
  )
}

function BackToMine() {
  const { t } = useTranslation('settings')
  return <TextLink link={{ to: paths.settingsSection, params: { section: 'compte' } }}>{t('section.compte')}</TextLink>
}
