import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { AppearanceChoices } from '../shell/AppearanceChoices.tsx'
import { ChartSamples } from './ChartSamples.tsx'
import { FieldSamples } from './FieldSamples.tsx'
import { GalleryShell } from './GalleryShell.tsx'
import { OverlaySamples } from './OverlaySamples.tsx'
import { PillSamples } from './PillSamples.tsx'
import { StateSamples } from './StateSamples.tsx'

const parts = [
  ['Boutons, messages, fenêtres', OverlaySamples],
  ['Champs', FieldSamples],
  ['Pastilles, personnes, chiffres', PillSamples],
  ['Graphiques', ChartSamples],
  ['États', StateSamples],
] as const

/** Every piece of the kit on one page. The screens of the mock-ups are beside it: /galerie/factures, … */
export function Screen() {
  return (
    <GalleryShell current="settings">
      <Page>
        <PageHeader
          title="Galerie"
          note="chaque pièce, dans les deux thèmes"
          actions={<AppearanceChoices />}
          mobileActions={<AppearanceChoices />}
        />
        <div className="grid gap-3.5 wide:grid-cols-2">
          {parts.map(([title, Part]) => (
            <Card key={title} padded label={title}>
              <SectionTitle className="pb-3">{title}</SectionTitle>
              <Part />
            </Card>
          ))}
        </div>
      </Page>
    </GalleryShell>
  )
}
