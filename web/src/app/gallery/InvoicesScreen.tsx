import {
  IconArrowsSort,
  IconBuildingBank,
  IconCalendarCheck,
  IconCalendarPlus,
  IconCoinEuro,
  IconColumns3,
  IconDownload,
  IconFileImport,
  IconPhone,
  IconPlayerPause,
  IconPlus,
  IconSend,
  IconUserPlus,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { AddFilterButton, FilterBar, FilterChip, FilterSelect } from '../../ui/Filters.tsx'
import { SearchBox } from '../../ui/form/SearchBox.tsx'
import { Glyph, type Icon } from '../../ui/Glyph.tsx'
import { LateBadge } from '../../ui/LateBadge.tsx'
import { Menu, MoreMenu } from '../../ui/Menu.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import { LinkTabs } from '../../ui/Tabs.tsx'
import type { Column, Sort } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Selection } from '../../ui/table/selection.ts'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { GalleryShell } from './GalleryShell.tsx'
import { galleryLink } from './gallery-link.ts'
import { day, eur, type SampleRow, sampleRows } from './samples.ts'

const icons: readonly (readonly [string, Icon])[] = [
  ['Appel', IconPhone],
  ['E-mail', IconSend],
  ['En pause', IconPlayerPause],
  ['Virement', IconBuildingBank],
]

function Next({ text }: { readonly text: string }) {
  const isToday = text.startsWith('*')
  const words = isToday ? text.slice(1) : text
  const icon = icons.find(([start]) => words.startsWith(start))?.[1] ?? IconCalendarCheck
  return (
    <span className={`flex max-w-full items-center gap-2 ${isToday ? 'font-semibold' : ''}`}>
      <Glyph icon={icon} className="text-ink2" />
      <span className="truncate">{words}</span>
    </span>
  )
}

const columns: readonly Column<SampleRow>[] = [
  { id: 'customer', title: 'Client', cell: (row) => row.customer, namesRow: true },
  { id: 'number', title: 'Facture', width: '113px', cell: (row) => <span className="text-ink2">{row.number}</span> },
  { id: 'due', title: 'Échéance', width: '102px', cell: (row) => <DateText date={day(row.due)} />, hideBelow: 'lg' },
  { id: 'late', title: 'Retard', width: '92px', isSortable: true, cell: (row) => <LateBadge days={row.days} /> },
  {
    id: 'total',
    title: 'Montant TTC',
    width: '104px',
    align: 'end',
    cell: (row) => <Money of={eur(row.total)} look="quiet" />,
    hideBelow: 'xl',
  },
  {
    id: 'left',
    title: 'Reste à payer',
    width: '114px',
    align: 'end',
    isSortable: true,
    cell: (row) => <Money of={eur(row.left)} look="strong" />,
  },
  {
    id: 'last',
    title: 'Dernière relance',
    width: '160px',
    cell: (row) => <span className="text-ink2">{row.last}</span>,
    hideBelow: 'wide',
  },
  { id: 'next', title: 'Prochaine étape', width: '188px', cell: (row) => <Next text={row.next} /> },
  {
    id: 'owner',
    title: 'Suivi',
    width: '60px',
    align: 'center',
    cell: (row) => <Avatar name={row.owner} named />,
    hideBelow: 'lg',
  },
]

const here = galleryLink('factures')
const tabs = [
  ['Toutes en retard', 37],
  ['Sans relance prévue', 4],
  ['Promesses non tenues', 3],
  ['Litiges', 3],
  ['Plus de 60 jours', 5],
  ['Acomptes', 2],
] as const

export function Screen() {
  const [selection, setSelection] = useState<Selection>(new Set([2, 3, 9, 13]))
  const [sort, setSort] = useState<Sort>({ columnId: 'late', direction: 'descending' })
  const [search, setSearch] = useState('')
  const [owner, setOwner] = useState('all')
  const chosen = sampleRows.filter((row) => selection.has(row.id))
  const many = new URLSearchParams(location.search).has('many')
  const rows = many
    ? Array.from({ length: 5000 }, (_, n) => ({ ...(sampleRows[n % 17] as SampleRow), id: n + 1 }))
    : sampleRows

  return (
    <GalleryShell current="invoices">
      <Page height="fill">
        <PageHeader
          title="Factures en retard"
          note={
            <>
              37 factures · 21 clients · <Money of={eur(148912.6)} look="strong" /> à récupérer
            </>
          }
          actions={
            <>
              <Button icon={IconDownload}>Exporter</Button>
              <Button icon={IconFileImport}>Importer</Button>
            </>
          }
          mobileActions={<MoreMenu acts={[{ id: 'export', label: 'Exporter', icon: IconDownload, run: () => {} }]} />}
          primary={{ label: 'Saisir un règlement', icon: IconCoinEuro, hotkey: 'r', onPress: () => {} }}
        />
        <LinkTabs
          label="Vues"
          currentId="Toutes en retard"
          tabs={tabs.map(([label, count]) => ({ id: label, label, count, link: here }))}
          end={
            <Button variant="quiet" size="small" icon={IconPlus}>
              Enregistrer cette vue
            </Button>
          }
        />
        <FilterBar
          activeCount={1}
          search={
            <SearchBox
              label="Chercher"
              placeholder="Client, facture, montant"
              value={search}
              onChange={setSearch}
              className="md:w-[236px]"
            />
          }
          end={
            <>
              <Button size="small" icon={IconArrowsSort}>
                Retard, du plus ancien
              </Button>
              <Button size="small" icon={IconColumns3}>
                Colonnes
              </Button>
            </>
          }
        >
          <FilterChip name="Retard" value="plus de 0 j" onRemove={() => {}} />
          <FilterSelect
            name="Suivi par"
            value={owner}
            onChange={setOwner}
            neutral="all"
            options={[
              { value: 'all', label: 'tout le monde' },
              { value: 'me', label: 'moi' },
            ]}
          />
          <FilterSelect
            name="Étape"
            value="all"
            onChange={() => {}}
            neutral="all"
            options={[{ value: 'all', label: 'toutes' }]}
          />
          <Menu
            trigger={<AddFilterButton>Filtre</AddFilterButton>}
            acts={[{ id: 'amount', label: 'Montant', run: () => {} }]}
          />
        </FilterBar>
        <DataTable
          label="Factures en retard"
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => `${row.number}, ${row.customer}`}
          opening={{ link: () => galleryLink('facture') }}
          sort={sort}
          onSort={setSort}
          selection={selection}
          onSelect={setSelection}
          mobileRow={(row) => (
            <TwoLineRow
              title={row.customer}
              detail={`${row.number} · ${row.last}`}
              end={<Money of={eur(row.left)} />}
              endDetail={<LateBadge days={row.days} />}
            />
          )}
          footerStart={`17 lignes affichées sur 37`}
          footerEnd={
            <>
              Total des 37 factures <Money of={eur(148912.6)} look="strong" />
            </>
          }
          floating={
            chosen.length > 0 && (
              <SelectionBar
                summary={
                  <>
                    {chosen.length} factures · <Money of={eur(chosen.reduce((sum, row) => sum + row.left, 0))} />
                  </>
                }
                acts={[
                  { id: 'chase', label: 'Relancer…', icon: IconSend, run: () => {} },
                  { id: 'plan', label: 'Planifier une action', icon: IconCalendarPlus, run: () => {} },
                  { id: 'assign', label: 'Affecter', icon: IconUserPlus, run: () => {} },
                  { id: 'pause', label: 'Mettre en pause', icon: IconPlayerPause, run: () => {} },
                ]}
                moreActs={[{ id: 'export', label: 'Exporter', icon: IconDownload, run: () => {} }]}
                onClear={() => setSelection(new Set())}
              />
            )
          }
        />
      </Page>
    </GalleryShell>
  )
}
