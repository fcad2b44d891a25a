import { createHash } from 'node:crypto'
import {
  type DetectedColumn,
  detectColumns,
  mappingOf,
  mappingSignature,
  recallMapping,
} from '@quittance/core/imports/detect-columns.ts'
import {
  customerFieldNames,
  type Field,
  fieldNames,
  type ListOf,
  type Mapping,
  missingNeeds,
} from '@quittance/core/imports/fields.ts'
import { detectFormats } from '@quittance/core/imports/formats.ts'
import { recogniseFile } from '@quittance/core/imports/recognise-file.ts'
import type { Reading, SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { Currency } from '@quittance/core/money/money.ts'
import type { Table } from '../reading/table.ts'
import type { Choices, FileError, KnownColumn, KnownFormat } from '../source-file-row.ts'
import type { Remembered } from '../source-files.ts'

/** How a file is read, from its first rows, from what was remembered of its source and from what a person chose. */
export interface Recognised {
  readonly format: KnownFormat
  readonly columns: readonly KnownColumn[]
  readonly mapping: Mapping
  readonly signature: string
  /** Why nothing of it can go in; null when its rows can be read. */
  readonly error: FileError | null
}

/** Rows looked at to find the columns. */
export const sampleRows = 300

/** What the headers are kept under: one key a source, whatever the order of its columns. */
export const signatureOf = (headers: readonly string[]): string =>
  createHash('sha256').update(mappingSignature(headers)).digest('hex')

interface Given {
  readonly sample: readonly SourceRow[]
  readonly choices: Choices
  readonly remembered: Remembered | null
  readonly currency: Currency
}

/** A table whose reader knows what its columns hold. */
function asKnownTable(
  table: Table,
  { mapping, formats }: NonNullable<Table['known']>,
): Omit<Recognised, 'error'> & { error: null } {
  return {
    format: { ...table.format, ...formats, isRemembered: false },
    columns: table.headers.map((header) => ({ header, samples: [], confidence: 'sure' })),
    mapping,
    signature: signatureOf(table.headers),
    error: null,
  }
}

export function recognise(table: Table, { sample, choices, remembered, currency }: Given): Recognised {
  if (table.known) return asKnownTable(table, table.known)
  const cells = sample.map((row) => row.cells)
  const asInvoices = detectColumns(table.headers, cells)
  const recalled = remembered && recallMapping(table.headers, remembered.columns)
  const list = listOf(asInvoices, { cells, said: [...Object.values(choices.fields ?? {}), ...(recalled ?? [])] })
  const detected = list === 'invoices' ? asInvoices : detectColumns(table.headers, cells, list)
  const found = recalled ?? mappingOf(detected)
  const mapping = chosenMapping(found, choices.fields)
  const formats = detectFormats(cells, { mapping, currency, typedNumbers: table.format.kind === 'xlsx' })
  const told = { ...remembered?.format, ...choices }
  const columns = detected.map((column, position) => asKnown(column, mapping[position] ?? null, Boolean(remembered)))
  return {
    format: {
      ...table.format,
      ...formats,
      ...(told.decimal && { decimal: told.decimal, decimalProven: true }),
      ...(told.dateOrder && { dateOrder: told.dateOrder, dateOrderProven: true }),
      isRemembered: remembered !== null && choices.fields === undefined,
      ...(list === 'customers' && { list }),
    },
    columns,
    mapping,
    signature: signatureOf(table.headers),
    error: errorOf(detected, mapping, {
      list,
      cells,
      isChosen: remembered !== null || choices.fields !== undefined,
    }),
  }
}

const isOfWho = (field: Field | null): boolean => field === 'customerName' || field === 'customerCode'

/** What a person said of the columns before decides; else what the file looks like. */
function listOf(
  detected: readonly DetectedColumn[],
  { cells, said }: { readonly cells: readonly (readonly string[])[]; readonly said: readonly (Field | null)[] },
): ListOf {
  const isOnly = (some: readonly Field[], others: readonly Field[]): boolean =>
    said.some((field) => field !== null && some.includes(field) && !others.includes(field))
  if (isOnly(fieldNames, customerFieldNames)) return 'invoices'
  return isOnly(customerFieldNames, fieldNames) || recogniseFile(detected, cells) === 'customers'
    ? 'customers'
    : 'invoices'
}

/** A field said of one column leaves the other that had it. */
function chosenMapping(found: Mapping, chosen: Choices['fields'] = {}): Mapping {
  const taken = new Set(Object.values(chosen))
  return found.map((field, position) => {
    const said = chosen[String(position)]
    return said !== undefined ? said : field && taken.has(field) ? null : field
  })
}

const asKnown = (
  { header, samples, field: found, confidence }: DetectedColumn,
  field: Field | null,
  isKnown: boolean,
): KnownColumn => ({
  header,
  samples: samples.map((sample) => sample.slice(0, 80)),
  confidence: field === null ? 'none' : isKnown || field !== found ? 'sure' : confidence,
})

function errorOf(
  detected: readonly DetectedColumn[],
  mapping: Mapping,
  {
    cells,
    isChosen,
    list,
  }: { readonly cells: readonly (readonly string[])[]; readonly isChosen: boolean; readonly list: ListOf },
): FileError | null {
  if (list === 'customers') return mapping.some(isOfWho) ? null : { kind: 'missing', need: 'customer' }
  const fileKind = isChosen ? 'invoices' : recogniseFile(detected, cells)
  if (fileKind !== 'invoices' && fileKind !== 'customers') return { kind: 'notInvoices', fileKind }
  const need = missingNeeds(mapping).find((missing) => missing !== 'invoiceNumber')
  return need ? { kind: 'missing', need } : null
}

/** What `parseRow` needs to read the rows of a file recognised before. */
export const readingOf = ({
  columns,
  mapping,
  format,
}: Pick<Recognised, 'columns' | 'format' | 'mapping'>): Reading => ({
  headers: columns.map((column) => column.header),
  mapping,
  formats: format,
})
