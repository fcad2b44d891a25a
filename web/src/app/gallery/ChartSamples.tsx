import { AgingBar, type AgingSlice, AgingTable } from '../../ui/charts/AgingBar.tsx'
import { Lollipops } from '../../ui/charts/Lollipops.tsx'

const slices: readonly AgingSlice[] = [
  { tone: 'a0', label: 'Pas encore dû', amount: 33740780, shownAmount: '337 407,80 €', cells: ['69,4 %', '75'] },
  { tone: 'a1', label: '1 à 30 jours', amount: 7120430, shownAmount: '71 204,30 €', cells: ['14,6 %', '26'] },
  { tone: 'a2', label: '31 à 60 jours', amount: 4231890, shownAmount: '42 318,90 €', cells: ['8,7 %', '6'] },
  { tone: 'a3', label: '61 à 90 jours', amount: 2114940, shownAmount: '21 149,40 €', cells: ['4,3 %', '3'] },
  { tone: 'a4', label: 'Plus de 90 jours', amount: 1424000, shownAmount: '14 240,00 €', cells: ['2,9 %', '2'] },
]

export function ChartSamples() {
  return (
    <div className="grid gap-2">
      <AgingBar label="Retards par ancienneté" slices={slices} />
      <AgingTable
        caption="Retards par ancienneté"
        slices={slices}
        columns={['Ancienneté', 'Montant', 'Part', 'Factures']}
      />
      <Lollipops
        label="Comment ce client paie"
        average={4}
        points={[-6, 2, 0, 9, 12].map((days, id) => ({ id, days, label: `0${id + 1}/26`, spoken: `${days} jours` }))}
      />
    </div>
  )
}
