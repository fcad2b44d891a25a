import { IconArrowRight, IconCircleCheck, IconCornerUpLeft, IconHelp } from '@tabler/icons-react'
import { useState } from 'react'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, CardFooter, SectionTitle } from '../../ui/Card.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { ProgressBar } from '../../ui/Progress.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { GalleryShell } from './GalleryShell.tsx'
import { galleryLink } from './gallery-link.ts'
import { eur } from './samples.ts'

const fields = ['Numéro de facture', 'Client', 'Émise le', 'Échéance', 'Ne pas importer'].map((label) => ({
  value: label,
  label,
}))
const mapped = [
  ['N° pièce', 'F-2026-0961, F-2026-0957', 'Numéro de facture'],
  ['Tiers', 'BRASSERIE SAINT-AUBIN', 'Client'],
  ['Date fact.', '20/11/2026, 15/11/2026', 'Émise le'],
  ['Ech.', '20/12/2026, 15/12/2026', 'Échéance'],
  ['Analyt.', '706200, 706100', 'Ne pas importer'],
] as const
const wrong = [
  { line: 38, number: 'F-2026-0412', what: 'Échéance avant l’émission', fix: '20/05/2026' },
  { line: 97, number: 'F-2026-0533', what: 'Montant illisible : « 1.248,OO »', fix: '1 248,00' },
]

/** Mock-up 12. */
export function Screen() {
  const [kept, setKept] = useState(true)
  return (
    <GalleryShell current="settings">
      <Page height="fill">
        <PageHeader
          title="Importer un fichier"
          note="export_ventes_2026.csv · 412 lignes"
          above={
            <Breadcrumbs
              crumbs={[
                { label: 'Réglages', link: galleryLink('import') },
                { label: 'Données', link: galleryLink('import') },
                { label: 'Importer un fichier' },
              ]}
            />
          }
          actions={
            <>
              <Stepper steps={['Fichier', 'Colonnes et vérification', 'Import']} current={1} />
              <Button>Quitter</Button>
            </>
          }
          primary={{ label: 'Importer 405 lignes', onPress: () => {} }}
        />
        <div className="grid min-h-0 flex-1 gap-3.5 wide:grid-cols-[470px_1fr]">
          <Card className="flex min-h-0 flex-col">
            <div className="px-4 pt-3 pb-2">
              <SectionTitle
                end={
                  <StatusPill tone="paid" icon={IconCircleCheck}>
                    9 reconnues sur 10
                  </StatusPill>
                }
              >
                Vos colonnes, nos informations
              </SectionTitle>
            </div>
            <ul className="min-h-0 flex-1 overflow-auto">
              {mapped.map(([column, sample, field]) => (
                <li key={column} className="flex items-center gap-3 border-t border-line px-4 py-2.5">
                  <div className="min-w-0 flex-1 text-body">
                    <div className="font-medium">{column}</div>
                    <div className="truncate text-small text-ink3">{sample}</div>
                  </div>
                  <Glyph icon={IconArrowRight} className="text-ink2" />
                  <Select
                    label={column}
                    labelHidden
                    options={fields}
                    value={field}
                    onChange={() => {}}
                    look={field === 'Ne pas importer' ? 'absent' : 'plain'}
                    className="w-[186px]"
                  />
                  <Glyph icon={field === 'Ne pas importer' ? IconHelp : IconCircleCheck} className="text-paid" />
                </li>
              ))}
            </ul>
            <CardFooter>
              <Checkbox isSelected={kept} onChange={setKept}>
                Retenir ces réglages pour les prochains fichiers
              </Checkbox>
            </CardFooter>
          </Card>
          <div className="flex min-h-0 flex-col gap-3.5">
            <Card padded>
              <div className="flex flex-wrap gap-x-12 gap-y-2">
                <Figure size="m" tone="good" label="Prêtes à importer" value="405" />
                <Figure size="m" tone="late" label="À corriger" value="7" />
                <Figure size="m" label="Nouveaux clients" value="12" />
                <Figure size="m" label="Reste à payer total" value={<Money of={eur(486320.4)} />} />
              </div>
              <ProgressBar value={405 / 412} label="Lignes prêtes" tone="paid" size="thick" className="mt-2.5" />
            </Card>
            <Card className="flex flex-1 flex-col">
              <SectionTitle className="px-4 pt-3 pb-1" note="ici, ou dans votre fichier">
                7 lignes à corriger
              </SectionTitle>
              <div className="flex-1">
                <PlainTable
                  label="Lignes à corriger"
                  rows={wrong}
                  rowId={(row) => row.line}
                  columns={[
                    {
                      id: 'line',
                      title: 'Ligne',
                      cell: (row) => <span className="font-regular text-ink2">{row.line}</span>,
                    },
                    {
                      id: 'number',
                      title: 'Facture',
                      cell: (row) => <strong className="font-medium">{row.number}</strong>,
                    },
                    {
                      id: 'what',
                      title: 'Ce qui ne va pas',
                      cell: (row) => <span className="text-ink2">{row.what}</span>,
                    },
                    {
                      id: 'fix',
                      title: 'Correction',
                      width: '150px',
                      cell: (row) => (
                        <div className="py-1.5">
                          <TextInput
                            label={`Correction, ligne ${row.line}`}
                            labelHidden
                            size="small"
                            value={row.fix}
                            onChange={() => {}}
                          />
                        </div>
                      ),
                    },
                    {
                      id: 'act',
                      title: 'Action',
                      width: '100px',
                      align: 'end',
                      cell: () => <Button size="small">Corriger</Button>,
                    },
                  ]}
                />
              </div>
              <CardFooter>
                <Glyph icon={IconCornerUpLeft} /> Rien n’est encore enregistré. Après l’import, vous aurez 24 h pour
                tout annuler d’un clic.
              </CardFooter>
            </Card>
          </div>
        </div>
      </Page>
    </GalleryShell>
  )
}
