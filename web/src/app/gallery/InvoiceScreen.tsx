import {
  IconBell,
  IconCalendarEvent,
  IconCalendarX,
  IconCheck,
  IconCircleCheck,
  IconClock,
  IconCoinEuro,
  IconFileText,
  IconMail,
  IconNote,
  IconPhone,
  IconPlayerPause,
  IconSend,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { LateBadge } from '../../ui/LateBadge.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { PagerUpDown } from '../../ui/PagerUpDown.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { ProgressBar } from '../../ui/Progress.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { Timeline, type TimelineEntry } from '../../ui/Timeline.tsx'
import { GalleryShell } from './GalleryShell.tsx'
import { galleryLink } from './gallery-link.ts'
import { PaymentDrawer } from './PaymentDrawer.tsx'
import { eur } from './samples.ts'

const read = <TextButton onPress={() => {}}>Lire</TextButton>
const entries: readonly TimelineEntry[] = [
  {
    id: 1,
    icon: IconCalendarEvent,
    tone: 'neutral',
    isPlanned: true,
    title: 'Fin du délai de la mise en demeure',
    detail: 'à venir · Sophie et Claire décideront de la suite',
    date: '27/11/2026',
  },
  {
    id: 2,
    icon: IconPhone,
    tone: 'accent',
    title: 'Appeler Mme Gauthier',
    detail: 'prévu pour Claire, décidé au point du 16/11',
    date: 'aujourd’hui',
  },
  {
    id: 3,
    icon: IconFileText,
    tone: 'neutral',
    title: 'Mise en demeure envoyée',
    detail: 'recommandé 1A 204 118 6273 4 · reçue le 12/11',
    date: '10/11/2026',
    end: read,
  },
  {
    id: 4,
    icon: IconCalendarX,
    tone: 'danger',
    title: 'Promesse non tenue',
    detail: '12 450,00 € annoncés pour le 30/10',
    date: '02/11/2026',
  },
  {
    id: 5,
    icon: IconPhone,
    tone: 'promise',
    title: 'Appel de Karim Haddad',
    detail: '« Virement le 30, sans faute » · promesse notée',
    date: '20/10/2026',
  },
  {
    id: 6,
    icon: IconMail,
    tone: 'neutral',
    title: 'Troisième e-mail, ton ferme',
    detail: 'J+30, un samedi : parti le lundi · ouvert deux fois',
    date: '12/10/2026',
    end: read,
  },
  {
    id: 7,
    icon: IconCoinEuro,
    tone: 'paid',
    title: 'Règlement reçu : 2 490,00 €',
    detail: 'virement, rapproché automatiquement',
    date: '02/10/2026',
    end: <TextButton onPress={() => {}}>Voir</TextButton>,
  },
  {
    id: 8,
    icon: IconMail,
    tone: 'neutral',
    title: 'Deuxième e-mail, ton neutre',
    detail: 'J+14 · ouvert le 25/09',
    date: '24/09/2026',
    end: read,
  },
  {
    id: 9,
    icon: IconMail,
    tone: 'neutral',
    title: 'Premier e-mail, ton cordial',
    detail: 'J+7 · distribué, pas ouvert',
    date: '17/09/2026',
    end: read,
  },
  {
    id: 10,
    icon: IconClock,
    tone: 'neutral',
    title: 'Échéance dépassée',
    detail: 'le scénario standard démarre',
    date: '10/09/2026',
  },
  {
    id: 11,
    icon: IconFileText,
    tone: 'neutral',
    title: 'Facture émise : 14 940,00 €',
    detail: 'envoyée à Mme Gauthier, payable à 30 jours',
    date: '11/08/2026',
  },
]

/** Mock-up 05. */
export function Screen() {
  const [isOpen, setOpen] = useState(new URLSearchParams(location.search).has('drawer'))
  return (
    <GalleryShell current="invoices">
      <Page height="fill">
        <PageHeader
          title="Facture F-2026-0764"
          above={
            <Breadcrumbs
              crumbs={[
                { label: 'Factures', link: galleryLink('factures') },
                { label: 'En retard', link: galleryLink('factures') },
                { label: 'F-2026-0764' },
              ]}
            />
          }
          aboveEnd={<PagerUpDown position={3} count={37} onMove={() => {}} />}
          badges={
            <>
              <LateBadge days={74} wording="long" />
              <StatusPill tone="warn">Payée en partie</StatusPill>
            </>
          }
          actions={
            <>
              <Button icon={IconSend}>Relancer</Button>
              <Button icon={IconPlayerPause}>Pause</Button>
              <MoreMenu acts={[{ id: 'x', label: 'Annuler la facture', tone: 'danger', run: () => {} }]} />
            </>
          }
          primary={{ label: 'Saisir un règlement', icon: IconCoinEuro, hotkey: 'r', onPress: () => setOpen(true) }}
        />
        <Card className="px-[18px] pt-3 pb-3.5">
          <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
            <Figure
              label="Reste à payer"
              value={<Money of={eur(12450)} />}
              className="[&>div:nth-child(2)]:!text-[1.9375rem]/9.5"
            />
            <KeyValueList
              layout="stacked"
              items={[
                { key: 'Client', value: 'Menuiseries Castel' },
                { key: 'Émise le', value: '11/08/2026' },
                { key: 'Échéance', value: '10/09/2026' },
              ]}
            />
          </div>
          <ProgressBar value={2490 / 14940} label="Part déjà payée" tone="paid" size="thick" className="mt-3" />
          <div className="mt-1.5 flex justify-between text-small text-ink2">
            <span>Déjà payé 2 490,00 €</span>
            <span>Montant TTC 14 940,00 €</span>
          </div>
        </Card>
        <div className="grid min-h-0 flex-1 gap-3.5 md:grid-cols-[1fr_236px]">
          <Card padded className="overflow-auto">
            <SectionTitle
              className="pb-3"
              end={
                <Button size="small" icon={IconNote}>
                  Ajouter une note
                </Button>
              }
            >
              Histoire de cette facture
            </SectionTitle>
            <Timeline label="Histoire de cette facture" entries={entries} />
          </Card>
          <div className="flex min-h-0 flex-col gap-3.5">
            <Card padded>
              <SectionTitle>Pourquoi rien ne part</SectionTitle>
              <p className="pt-1.5 text-small text-ink2">
                Le délai de la mise en demeure court jusqu’au <strong>27/11</strong>. Les e-mails automatiques sont
                terminés pour cette facture ; la suite se décide à la main.
              </p>
            </Card>
            <Card padded className="flex-1">
              <SectionTitle end={<TextButton onPress={() => {}}>PDF</TextButton>}>Document</SectionTitle>
              <div className="mt-3">
                <KeyValueList
                  items={[
                    { key: 'Pénalités à ce jour', value: <Money of={eur(324.91)} look="strong" /> },
                    { key: 'Frais de recouvrement', value: <Money of={eur(40)} look="strong" /> },
                  ]}
                />
              </div>
            </Card>
          </div>
        </div>
      </Page>
      <PaymentDrawer
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        effects={[
          { icon: IconCircleCheck, text: 'L’appel d’aujourd’hui est retiré de votre liste' },
          { icon: IconBell, text: 'Karim est prévenu : 15 000,00 € reçus' },
          { icon: IconSend, text: 'F-2026-0911 reprend le scénario le 30/11' },
        ]}
        checkIcon={IconCheck}
      />
    </GalleryShell>
  )
}
