/** Builds records of 120 characters for tests, so that no test counts blanks. */
interface RecordParts {
  readonly bank?: string
  readonly branch?: string
  readonly account?: string
  readonly currency?: string
  readonly decimals?: string
}

const head = (code: string, internal: string, parts: RecordParts): string => {
  const { bank = '30004', branch = '00815', account = '00012345678', currency = 'EUR', decimals = '2' } = parts
  return `${code}${bank}${internal.padEnd(4)}${branch}${currency.padEnd(3)}${decimals.padEnd(1)} ${account.padEnd(11)}`
}

/** An amount in cents as fourteen characters, its sign in the last. */
export function signed(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(14, '0')
  return digits.slice(0, 13) + (cents < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI')[Number(digits[13])]
}

/** A record 01 or 07. */
export const balanceRecord = (
  code: '01' | '07',
  day: string,
  amount: number | string,
  parts: RecordParts = {},
): string =>
  `${head(code, '', parts)}  ${day}${' '.repeat(50)}${typeof amount === 'string' ? amount : signed(amount)}`.padEnd(120)

interface MovementParts extends RecordParts {
  readonly operation?: string
  readonly booked?: string
  readonly value?: string
  readonly reason?: string
  readonly label?: string
  readonly entryNumber?: string
  readonly amount: number | string
  readonly reference?: string
}

/** A record 04. */
export function movementRecord(parts: MovementParts): string {
  const {
    operation = '05',
    booked = '230326',
    value = booked,
    reason = '  ',
    label = '',
    entryNumber = '0000000',
  } = parts
  const amount = typeof parts.amount === 'string' ? parts.amount : signed(parts.amount)
  const text = `${label.padEnd(31)}  ${entryNumber}  `
  return `${head('04', '0568', parts)}${operation}${booked}${reason}${value}${text}${amount}${(parts.reference ?? '').padEnd(16)}`
}

/** A record 05. */
export const complementRecord = (qualifier: string, text: string, parts: RecordParts = {}): string =>
  `${head('05', '0568', parts)}05230326     ${qualifier}${text}`.padEnd(120)
