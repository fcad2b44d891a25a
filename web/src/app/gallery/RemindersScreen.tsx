import { IconDots, IconPaperclip, IconPencil, IconPlayerPause, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card, CardFooter } from '../../ui/Card.tsx'
import { FilterSelect } from '../../ui/Filters.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { TonePill } from '../../ui/Pill.tsx'
import { LinkTabs } from '../../ui/Tabs.tsx'
import type { RowId } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Selection } from '../../ui/table/selection.ts'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { GalleryShell } from './GalleryShell.tsx'
import { galleryLink } from './gallery-link.ts'
import { eur } from './samples.ts'

const rows = [
  { id: 1, name: 'Brasserie Saint-Aubin', count: '2 factures', tone: 'neutral', word: 'neutre', amount: 10956 },
  { id: 2, name: 'Domaine Corbin-Latour', count: '1 facture', tone: 'neutral', word: 'neutre', amount: 9744 },
  { id: 3, name: 'Sodibio Distribution', count: '1 facture', tone: 'friendly', word: 'cordial', amount: 6960 },
  { id: 4, name: 'Agence Ponthieu', count: '1 facture', tone: 'firm', word: 'ferme', amount: 1104 },
] as const

/** Mock-up 08: a list with its detail beside it. */
export function Screen() {
  const [currentId, setCurrentId] = useState<RowId>(1)
  const [selection, setSelection] = useState<Selection>(new Set([1, 2, 3, 4]))
  const current = rows.find((row) => row.id === currentId) ?? rows[0]
  return (
    <GalleryShell current="reminders">
      <Page height="fill">
        <PageHeader
          title="Relances prêtes à partir"
          note={
            <>
              11 e-mails · 13 factures · <Money of={eur(37204)} look="strong" />
            </>
          }
          actions={<Button>Changer l’heure</Button>}
          primary={{ label: 'Approuver les 11 e-mails', icon: IconSend, hotkey: 'ctrl+enter', onPress: () => {} }}
        />
        <LinkTabs
          label="Vues"
          currentId="today"
          tabs={[
            { id: 'today', label: 'Aujourd’hui', count: 11, link: galleryLink('relances') },
            { id: 'held', label: 'Mises de côté', count: 6, link: galleryLink('relances') },
            { id: 'sent', label: 'Envoyées', link: galleryLink('relances') },
          ]}
        />
        <div className="grid min-h-0 flex-1 gap-3.5 wide:grid-cols-[522px_1fr]">
          <DataTable
            label="Relances prêtes"
            rows={rows}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            opening={{ open: (row) => setCurrentId(row.id) }}
            currentId={currentId}
            selection={selection}
            onSelect={setSelection}
            rowHeight={40}
            top={
              <div className="flex items-center justify-between gap-2 border-b border-line px-4 py-2 text-small text-ink2">
                Un seul e-mail par client, au ton de l’étape du jour
                <FilterSelect
                  name="Ton"
                  value="all"
                  neutral="all"
                  onChange={() => {}}
                  options={[{ value: 'all', label: 'tous' }]}
                />
              </div>
            }
            mobileRow={(row) => (
              <TwoLineRow
                title={row.name}
                detail={row.count}
                end={<Money of={eur(row.amount)} />}
                endDetail={<TonePill tone={row.tone}>{row.word}</TonePill>}
              />
            )}
            columns={[
              { id: 'name', title: 'Client', cell: (row) => row.name },
              {
                id: 'count',
                title: 'Factures',
                width: '90px',
                cell: (row) => <span className="text-ink2">{row.count}</span>,
              },
              {
                id: 'tone',
                title: 'Ton',
                width: '90px',
                cell: (row) => <TonePill tone={row.tone}>{row.word}</TonePill>,
              },
              {
                id: 'amount',
                title: 'Montant',
                width: '120px',
                align: 'end',
                cell: (row) => <Money of={eur(row.amount)} look="strong" />,
              },
            ]}
          />
          <Card className="flex min-h-0 flex-col">
            <div className="flex items-start gap-2 border-b border-line px-[18px] py-3">
              <div className="min-w-0 flex-1">
                <h2 className="text-section">{current.name}</h2>
                <p className="text-small text-ink3">Retard inhabituel : paie d’ordinaire 9 j après l’échéance</p>
              </div>
              <Button size="small" icon={IconPencil} hotkey="m" onPress={() => {}}>
                Modifier
              </Button>
              <Button size="small" icon={IconPlayerPause} hotkey="x" onPress={() => {}}>
                Mettre de côté
              </Button>
              <IconButton icon={IconDots} label="Autres actions" size="small" variant="secondary" />
            </div>
            <div className="border-b border-line px-[18px] py-2.5 text-small">
              <KeyValueList
                layout="columns"
                items={[
                  { key: 'De', value: 'Claire Besson <compta@vauquelin.example>' },
                  { key: 'À', value: 'Inès Morel <factures@saint-aubin.example>' },
                  { key: 'Objet', value: <strong className="font-semibold">Deux factures à régler</strong> },
                ]}
              />
            </div>
            <div className="min-h-0 flex-1 overflow-auto bg-neutralbg px-[22px] pt-4">
              <div className="min-h-full rounded-t-block bg-surface p-6">Bonjour Mme Morel,</div>
            </div>
            <CardFooter>
              <Glyph icon={IconPaperclip} /> F-2026-0851.pdf, F-2026-0929.pdf
            </CardFooter>
          </Card>
        </div>
      </Page>
    </GalleryShell>
  )
}
