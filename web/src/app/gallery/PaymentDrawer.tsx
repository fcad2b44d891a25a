import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Money as Amount } from '@quittance/core/money/money.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Note, SectionTitle } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { AmountInput } from '../../ui/form/AmountInput.tsx'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { DateInput } from '../../ui/form/DateInput.tsx'
import { SegmentedControl } from '../../ui/form/SegmentedControl.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { Glyph, type Icon } from '../../ui/Glyph.tsx'
import { Money } from '../../ui/Money.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { day, eur } from './samples.ts'

export interface PaymentDrawerProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly effects: readonly { readonly icon: Icon; readonly text: string }[]
  readonly checkIcon: Icon
}

const open = [
  { number: 'F-2026-0764', note: 'reste 12 450,00 €', settles: true, amount: 12450 },
  { number: 'F-2026-0911', note: 'restera 5 658,00 € à payer', settles: false, amount: 2550 },
  { number: 'F-2026-0957', note: '6 540,00 €, à payer le 15/12', settles: false, amount: 0 },
]

/** The drawer of mock-up 05, with fixed words: only the fields live. */
export function PaymentDrawer({ isOpen, onClose, effects, checkIcon }: PaymentDrawerProps) {
  const [amount, setAmount] = useState<Amount | null>(eur(15000))
  const [date, setDate] = useState<CalendarDate | null>(day('2026-11-20'))
  const [means, setMeans] = useState('transfer')
  const [reference, setReference] = useState('VIR CASTEL 201126')
  const save = () => {
    onClose()
    showToast({ message: 'Règlement de 15 000,00 € enregistré.', undo: () => {} })
  }
  return (
    <Drawer
      isOpen={isOpen}
      onClose={onClose}
      title="Saisir un règlement"
      footer={
        <div className="grid gap-2">
          <div className="grid grid-cols-[1fr_auto] gap-2">
            <Button variant="primary" hotkey="ctrl+enter" onPress={save}>
              Enregistrer
            </Button>
            <Button>Enregistrer, puis un autre</Button>
          </div>
          <p className="text-center text-small text-ink3">Annulable 10 minutes, puis par écriture inverse.</p>
        </div>
      }
    >
      <div className="grid grid-cols-1 gap-3">
        <div className="grid grid-cols-2 gap-3">
          <AmountInput
            label="Montant reçu"
            value={amount}
            currency={eur(0).currency}
            onChange={setAmount}
            size="large"
            autoFocus
          />
          <DateInput label="Reçu le" value={date} onChange={setDate} toward="past" size="large" />
        </div>
        <div>
          <div className="pb-1 text-body text-ink2">Moyen</div>
          <SegmentedControl
            label="Moyen"
            isWide
            value={means}
            onChange={setMeans}
            options={[
              { value: 'transfer', label: 'Virement' },
              { value: 'cheque', label: 'Chèque' },
              { value: 'card', label: 'Carte' },
              { value: 'debit', label: 'Prélèv.' },
              { value: 'other', label: 'Autre' },
            ]}
          />
        </div>
        <TextInput label="Référence" isOptional value={reference} onChange={setReference} />
        <div>
          <SectionTitle
            level={3}
            className="pb-1.5"
            end={<TextButton onPress={() => {}}>Plus anciennes d’abord</TextButton>}
          >
            Réparti sur les factures de ce client
          </SectionTitle>
          <div className="divide-y divide-line rounded-block border border-line2">
            {open.map((invoice) => (
              <div key={invoice.number} className="flex items-center gap-3 px-3 py-1.5">
                <Checkbox isSelected={invoice.amount > 0} onChange={() => {}} label={invoice.number} />
                <div className="min-w-0 flex-1 text-body">
                  <div className="flex items-center gap-2 font-medium">
                    {invoice.number} {invoice.settles && <StatusPill tone="paid">sera soldée</StatusPill>}
                  </div>
                  <div className="text-small text-ink3">{invoice.note}</div>
                </div>
                <AmountInput
                  label={`Réparti sur ${invoice.number}`}
                  labelHidden
                  value={eur(invoice.amount)}
                  currency={eur(0).currency}
                  onChange={() => {}}
                  showsCurrency={false}
                  size="small"
                  className="w-28"
                />
              </div>
            ))}
            <div className="flex items-center justify-between rounded-b-block bg-sunken px-3 py-1.5 text-body text-ink2">
              Reste à répartir
              <span className="flex items-center gap-1.5 font-semibold text-paid">
                <Glyph icon={checkIcon} /> <Money of={eur(0)} />
              </span>
            </div>
          </div>
        </div>
        <FileDrop
          prompt="Glisser l’avis de virement ici, ou"
          action="choisir un fichier"
          accept={['.pdf']}
          onFiles={() => {}}
        />
        <div>
          <SectionTitle level={3} className="pb-1.5">
            Ce qui va se passer
          </SectionTitle>
          <Note look="accent">
            <ul className="grid gap-1 text-small">
              {effects.map(({ icon, text }) => (
                <li key={text} className="flex items-center gap-2">
                  <Glyph icon={icon} className="text-accent" /> {text}
                </li>
              ))}
            </ul>
          </Note>
        </div>
      </div>
    </Drawer>
  )
}
