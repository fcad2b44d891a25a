import {
  IconAlertTriangle,
  IconCalendarX,
  IconCoinEuro,
  IconFileText,
  IconMailOpened,
  IconPhone,
  IconSend,
  IconUserCircle,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Lollipops } from '../../ui/charts/Lollipops.tsx'
import { Change, Figure, FigureStrip } from '../../ui/Figure.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'
import { LateBadge } from '../../ui/LateBadge.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { IconTile, StatusPill } from '../../ui/Pill.tsx'
import { ProgressBar } from '../../ui/Progress.tsx'
import { PanelTabs } from '../../ui/Tabs.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { GalleryShell } from './GalleryShell.tsx'
import { eur } from './samples.ts'

const paid = [12, 15, 9, 21, 18, 24, 22, 31, 27, 38, 41, 47]
const months = [
  '12/25',
  '01/26',
  '01/26',
  '02/26',
  '03/26',
  '04/26',
  '05/26',
  '06/26',
  '06/26',
  '07/26',
  '08/26',
  '09/26',
]
const open = [
  {
    id: 1,
    number: 'F-2026-0764',
    what: 'Atelier, solde',
    due: '10/09/2026',
    days: 74,
    left: 12450,
    next: 'Appel aujourd’hui',
  },
  {
    id: 2,
    number: 'F-2026-0911',
    what: 'Enseigne façade',
    due: '31/10/2026',
    days: 23,
    left: 8208,
    next: 'Même appel',
  },
  {
    id: 3,
    number: 'F-2026-0957',
    what: 'Accueil, acompte 30 %',
    due: '15/12/2026',
    days: -22,
    left: 6540,
    next: 'Rappel le 10/12',
  },
]

function Now() {
  return (
    <>
      <PlainTable
        label="Factures à payer"
        mobileRow={(row) => (
          <TwoLineRow
            title={row.number}
            detail={row.what}
            end={<Money of={eur(row.left)} />}
            endDetail={<LateBadge days={row.days} />}
          />
        )}
        rows={open}
        rowId={(row) => row.id}
        columns={[
          { id: 'number', title: 'Facture', cell: (row) => row.number },
          { id: 'what', title: 'Objet', cell: (row) => <span className="text-ink2">{row.what}</span> },
          { id: 'due', title: 'Échéance', cell: (row) => <span className="figures">{row.due}</span> },
          { id: 'late', title: 'Retard', cell: (row) => <LateBadge days={row.days} /> },
          {
            id: 'left',
            title: 'Reste à payer',
            align: 'end',
            cell: (row) => <Money of={eur(row.left)} look="strong" />,
          },
          { id: 'next', title: 'Prochaine étape', cell: (row) => row.next },
        ]}
      />
      <div className="border-t border-line px-4 pt-3 pb-2">
        <SectionTitle
          note="jours après l’échéance, 12 dernières factures payées"
          end={<span className="text-small text-ink2">- - moyenne : 25 j</span>}
        >
          Comment ce client paie
        </SectionTitle>
        <Lollipops
          label="Comment ce client paie"
          average={25}
          points={paid.map((days, index) => ({
            id: index,
            days,
            label: months[index] ?? '',
            spoken: `${months[index]} : ${days} jours après l’échéance`,
          }))}
        />
      </div>
      <div className="border-t border-line px-4 py-3">
        <SectionTitle className="pb-2" end={<TextButton onPress={() => {}}>Les 14 échanges</TextButton>}>
          Derniers échanges
        </SectionTitle>
        <Timeline
          label="Derniers échanges"
          layout="inline"
          entries={[
            {
              id: 1,
              icon: IconFileText,
              tone: 'neutral',
              title: 'Mise en demeure par courrier recommandé',
              detail: 'reçue le 12/11, délai de réponse jusqu’au 27/11',
              date: '10/11/2026',
            },
            {
              id: 2,
              icon: IconCalendarX,
              tone: 'danger',
              title: 'Promesse non tenue',
              detail: '12 450,00 € annoncés pour le 30/10',
              date: '02/11/2026',
            },
            {
              id: 3,
              icon: IconPhone,
              tone: 'promise',
              title: 'Appel de Karim à Mme Gauthier',
              detail: '« Virement le 30, sans faute »',
              date: '20/10/2026',
            },
            {
              id: 4,
              icon: IconMailOpened,
              tone: 'neutral',
              title: 'Troisième e-mail, ton ferme',
              detail: 'ouvert deux fois, pas de réponse',
              date: '12/10/2026',
            },
            {
              id: 5,
              icon: IconCoinEuro,
              tone: 'paid',
              title: 'Règlement partiel, 2 490,00 €',
              detail: 'virement sur F-2026-0764',
              date: '02/10/2026',
            },
          ]}
        />
      </div>
    </>
  )
}

function Aside() {
  const [strategy, setStrategy] = useState('firm')
  return (
    <div className="flex flex-col gap-3.5">
      <Card look="alert" padded>
        <div className="flex gap-2.5">
          <IconTile icon={IconAlertTriangle} tone="a2" />
          <div>
            <h2 className="text-section">Affaire en cours : Showroom Beaune</h2>
            <p className="text-small text-ink2">42 000,00 € · proposition envoyée</p>
          </div>
        </div>
        <p className="py-2.5 text-small">
          Vendre davantage à un client qui a 74 jours de retard augmente le risque. Conseil : acompte de 40 %.
        </p>
        <div className="flex gap-2">
          <Button size="small">Prévenir Karim</Button>
          <Button size="small" variant="quiet">
            Voir l’affaire
          </Button>
        </div>
      </Card>
      <Card padded>
        <SectionTitle end={<TextButton onPress={() => {}}>Modifier</TextButton>}>Profil et stratégie</SectionTitle>
        <p className="py-2 text-small text-ink2">
          <strong className="font-semibold text-ink">Retardataire.</strong> A toujours fini par payer (44 factures sur
          44), mais de plus en plus tard.
        </p>
        <RadioCards
          label="Stratégie"
          labelHidden
          value={strategy}
          onChange={setStrategy}
          options={[
            {
              value: 'firm',
              title: (
                <>
                  Ferme{' '}
                  <StatusPill tone="accent" onTint>
                    conseillée
                  </StatusPill>
                </>
              ),
              note: 'Relances plus tôt, appel dès J+15',
            },
            {
              value: 'standard',
              title: (
                <>
                  Standard <span className="text-ink3">(actuelle)</span>
                </>
              ),
              note: 'J+7, J+14, J+30, appel J+40, courrier J+60',
            },
            { value: 'support', title: 'Accompagner', note: 'Délai ou échéancier, si la gêne est passagère' },
          ]}
        />
        <div className="flex items-center gap-3 pt-3">
          <Button size="small" variant="accent">
            Passer en « Ferme »
          </Button>
          <TextButton onPress={() => {}}>Voir ce qui partirait</TextButton>
        </div>
      </Card>
      <Card padded>
        <SectionTitle end={<TextButton onPress={() => {}}>Ajouter</TextButton>}>Qui contacter</SectionTitle>
        <ul className="grid gap-3 pt-2.5 text-body">
          {[
            ['Hélène Gauthier', 'Responsable comptable', 'reçoit les relances'],
            ['Paul Castel', 'Dirigeant', 'en copie dès J+30'],
          ].map(([name = '', job, role], index) => (
            <li key={name} className="flex items-center gap-2.5">
              <Avatar name={name} size="medium" look="quiet" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{name}</span>
                <span className="block text-small text-ink3">{job}</span>
              </span>
              <StatusPill tone={index === 0 ? 'accent' : 'neutral'}>{role}</StatusPill>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

/** Mock-up 04. */
export function Screen() {
  const [tab, setTab] = useState('now')
  const panel = <p className="p-4 text-ink2">…</p>
  return (
    <GalleryShell current="customers">
      <Page>
        <PageHeader
          title="Menuiseries Castel"
          lead={<Avatar name="Menuiseries Castel" size="large" shape="square" />}
          badges={
            <>
              <LateBadge days={74}>En retard de 20 658,00 €</LateBadge>
              <StatusPill tone="neutral" icon={IconUserCircle}>
                Retardataire
              </StatusPill>
            </>
          }
          note="SAS · Chalon-sur-Saône · SIREN 913 204 772 · client depuis mars 2019 · compte C-0142"
          actions={
            <>
              <Button icon={IconPhone}>Appeler</Button>
              <Button icon={IconSend}>Relancer</Button>
              <MoreMenu acts={[{ id: 'pause', label: 'Mettre en pause', run: () => {} }]} />
            </>
          }
          primary={{ label: 'Saisir un règlement', icon: IconCoinEuro, hotkey: 'r', onPress: () => {} }}
        />
        <div className="grid gap-3.5 wide:grid-cols-[1fr_352px]">
          <div className="flex min-w-0 flex-col gap-3.5">
            <FigureStrip>
              <Figure size="m" label="À encaisser" value={<Money of={eur(27198)} />} caption="3 factures" />
              <Figure size="m" tone="late" label="En retard" value={<Money of={eur(20658)} />} caption="2 factures" />
              <Figure
                size="m"
                label="Paie en moyenne"
                value={
                  <>
                    25 j <span className="text-[0.66em] font-medium text-ink2">de retard</span>
                  </>
                }
                caption={
                  <>
                    <Change direction="up" isGood={false}>
                      9 j
                    </Change>{' '}
                    en un an
                  </>
                }
              />
              <Figure
                size="m"
                label="Encours autorisé"
                value={<Money of={eur(30000)} />}
                caption={
                  <>
                    <ProgressBar value={0.91} label="Encours utilisé" tone="a2" className="flex-1" /> utilisé à 91 %
                  </>
                }
              />
            </FigureStrip>
            <Card>
              <PanelTabs
                label="Le client"
                currentId={tab}
                onChange={setTab}
                tabs={[
                  { id: 'now', label: 'En ce moment', panel: <Now /> },
                  { id: 'invoices', label: 'Factures', count: 47, panel },
                  { id: 'payments', label: 'Règlements', count: 45, panel },
                  { id: 'exchanges', label: 'Échanges', count: 14, panel },
                  { id: 'contacts', label: 'Contacts', count: 3, panel },
                ]}
              />
            </Card>
          </div>
          <Aside />
        </div>
      </Page>
    </GalleryShell>
  )
}
