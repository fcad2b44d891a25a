import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Money as Amount } from '@quittance/core/money/money.ts'
import { useState } from 'react'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { AmountInput } from '../../ui/form/AmountInput.tsx'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { ComboBox, type Found } from '../../ui/form/ComboBox.tsx'
import { DateInput } from '../../ui/form/DateInput.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { Switch } from '../../ui/form/Switch.tsx'
import { TextArea, TextInput } from '../../ui/form/TextInput.tsx'
import { InlineEdit } from '../../ui/InlineEdit.tsx'
import { matchesWords } from '../palette/match-words.ts'
import { eur, sampleRows } from './samples.ts'

const customers = [...new Set(sampleRows.map((row) => row.customer))]
const search = async (text: string): Promise<readonly Found[]> =>
  customers.filter((name) => matchesWords(name, text)).map((name) => ({ id: name, label: name, note: 'C-0142' }))

export function FieldSamples() {
  const [text, setText] = useState('')
  const [amount, setAmount] = useState<Amount | null>(eur(12450))
  const [date, setDate] = useState<CalendarDate | null>(null)
  const [choice, setChoice] = useState('transfer')
  const [customer, setCustomer] = useState<Found | null>(null)
  const [on, setOn] = useState(true)
  const [stored, setStored] = useState('Atelier Vauquelin')
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <TextInput label="Référence" isOptional value={text} onChange={setText} description="Celle du virement." />
      <TextInput
        label="Adresse e-mail"
        type="email"
        value="compta@"
        onChange={() => {}}
        error="Il manque la fin de l’adresse, après le @."
      />
      <AmountInput label="Montant" value={amount} currency={eur(0).currency} onChange={setAmount} />
      <DateInput label="Promis pour le" value={date} onChange={setDate} toward="future" />
      <Select
        label="Moyen"
        value={choice}
        onChange={setChoice}
        options={[
          { value: 'transfer', label: 'Virement' },
          { value: 'cheque', label: 'Chèque', note: 'À remettre en banque' },
        ]}
      />
      <ComboBox label="Client" value={customer} onChange={setCustomer} search={search} placeholder="Nom ou code" />
      <TextArea
        label="Note"
        value={text}
        onChange={setText}
        placeholder="Une note, comme si le client pouvait la lire…"
      />
      <InlineEdit
        label="Raison sociale"
        value={stored}
        save={async (value) => setStored(value)}
        description="Enregistré en quittant le champ."
      />
      <div className="flex flex-wrap items-center gap-5">
        <Checkbox isSelected={on} onChange={setOn}>
          Retenir ces réglages
        </Checkbox>
        <Checkbox isSelected={false} isIndeterminate onChange={() => {}} label="Une partie" />
        <Switch isOn={on} onChange={setOn}>
          Étape automatique
        </Switch>
      </div>
      <FileDrop
        prompt="Glisser un fichier ici, ou"
        action="choisir un fichier"
        accept={['.csv', '.xlsx']}
        onFiles={() => {}}
      />
    </div>
  )
}
