/** The eighteen columns of the law. */
const header =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise'

/** One entry of a customer. `amount` is cents, positive for a debit; `day` AAAAMMJJ. */
export interface Said {
  readonly journal: string
  readonly entry: string
  readonly day: string
  readonly aux: string
  readonly piece?: string
  readonly pieceDay?: string
  readonly label?: string
  readonly amount: number
  readonly letters?: string
  readonly against?: string
}

const euros = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`

/** The line of the customer, and the other side of the entry. */
function entry({
  journal,
  entry: number,
  day,
  aux,
  piece = '',
  pieceDay = day,
  label = '',
  amount,
  letters = '',
  against,
}: Said): string[] {
  const other = against ?? (journal === 'VE' ? '706000' : journal === 'AN' ? '890000' : '512000')
  const line = (account: string, auxiliary: string, cents: number, let_: string): string =>
    [
      journal,
      journal,
      number,
      day,
      account,
      account === '411000' ? 'Clients' : 'Autre',
      auxiliary,
      auxiliary && `Client ${auxiliary}`,
      piece,
      pieceDay,
      label,
      euros(Math.max(cents, 0)),
      euros(Math.max(-cents, 0)),
      let_,
      let_ && day,
      day,
      '',
      '',
    ].join('\t')
  return [line('411000', aux, amount, letters), line(other, '', -amount, '')]
}

/** A FEC of these entries, each with the other side it needs. */
export const fec = (...entries: readonly Said[]): string => `${[header, ...entries.flatMap(entry)].join('\r\n')}\r\n`
