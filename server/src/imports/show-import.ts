import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { isSirenOrSiret } from '@quittance/core/imports/cell-words.ts'
import { customerFieldNames, type Field, fieldLabel, fieldNames, isNeeded } from '@quittance/core/imports/fields.ts'
import { fileKindSentence, missingNeedSentence, problemSentence } from '@quittance/core/imports/file-messages.ts'
import { refusalSentence, refusalTitle, warningSentence } from '@quittance/core/imports/messages.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { money } from '@quittance/core/money/money.ts'
import type { z } from 'zod'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import type { endpoints, importShape } from './contract.ts'
import { shownFiles } from './e-invoices/shown-files.ts'
import type { KeptLedger } from './ledger/keep-ledger.ts'
import { shownOtherwise } from './read-otherwise.ts'
import { ledgerCurrency } from './reading/ledger/ledger-cells.ts'
import { asRefusal, type KeptRefusal, refusalsOf } from './refused-rows.ts'
import { type FileError, nothingWritten, type SourceFileRow } from './source-file-row.ts'
import { recentFiles, sourceFile } from './source-files.ts'
import { sourceShown } from './sources/source-shown.ts'

/** Refusals on the screen at most; the file of refused rows has the others. */
const shownRefusals = 500

export type ShownImport = z.input<typeof importShape>

/** One file as the screen shows it, its sentences in the reader's language. */
export async function showImport(db: Db, id: number, language: Language): Promise<ShownImport> {
  const file = found(await sourceFile(db, id))
  const refusals = await refusalsOf(db, id, shownRefusals)
  const { uploadedBy, program, undoUntil, firmTerms, firmSiren } = await db.one<{
    uploadedBy: string | null
    program: ShownImport['program']
    undoUntil: string | null
    firmTerms: string | null
    firmSiren: string | null
  }>(sql`
    select p.name as "uploadedBy", ${programOf} as program,
      f.imported_at + interval '24 hours' as "undoUntil", l.default_terms as "firmTerms",
      l.siren as "firmSiren"
    from source_file f
    join legal_entity l on l.organization_id = f.organization_id and l.id = f.legal_entity_id
    left join person p on p.organization_id = f.organization_id and p.id = f.uploaded_by
    left join api_key k on k.organization_id = f.organization_id and k.id = f.api_key_id
    where f.organization_id = current_organization() and f.id = ${id}`)
  return {
    id: file.id,
    name: file.name,
    state: file.state,
    uploadedAt: file.uploadedAt,
    uploadedBy,
    program,
    importedAt: file.importedAt,
    undoUntil: file.undoneAt ? null : undoUntil,
    undoneAt: file.undoneAt,
    progress: { rows: file.rowsRead, total: file.rowsTotal, share: file.share },
    // What a program pushes is read in one way only.
    format: program?.pushedOn ? null : file.format && shownFormat(file.format, language),
    columns: program?.pushedOn ? [] : shownColumns(file),
    fields: fieldsFor(file).map((field) => ({ field, label: fieldLabel(field, language), isNeeded: isNeeded(field) })),
    isRemembered: file.format?.isRemembered ?? false,
    summary: file.summary && shownSummary(file.summary, language),
    refusals: refusals.map((refusal) => shownRefusal(refusal, file, language)),
    refusalCount: file.summary?.toFix ?? 0,
    preview: [...(file.summary?.preview ?? [])],
    files: await shownFiles(db, file, language),
    error: file.error && shownError(file.error, language),
    legalEntityId: file.legalEntityId,
    ...(await sourceShown(db, file)),
    ledger: file.ledger && { ...shownLedger(file.ledger), firmTerms, otherSiren: otherSirenOf(file.name, firmSiren) },
  }
}

/** What a column may be chosen for. */
const fieldsFor = ({ format }: SourceFileRow): readonly Field[] =>
  format?.list === 'customers' ? customerFieldNames : fieldNames

const programOf = sql`case when k.id is not null then json_build_object('name', k.name, 'pushedOn', f.pushed_on) end`

/** Files imported lately, latest first. */
export async function listImports(db: Db): Promise<z.input<NonNullable<(typeof endpoints)['imports']['answer']>>> {
  const files = await recentFiles(db, 50)
  return files.map((file) => {
    const written = { ...nothingWritten, ...file.written }
    return {
      id: file.id,
      name: file.name,
      state: file.state,
      uploadedAt: file.uploadedAt,
      from: file.from,
      rows: file.rowsTotal ?? file.rowsRead,
      invoices: file.state === 'undone' ? 0 : written.invoices + written.earlier,
      customers:
        file.format?.list !== 'customers'
          ? null
          : file.state === 'undone'
            ? 0
            : written.customers + written.changedCustomers,
      canUndo: file.isUndoable,
      canRemove: file.isNothingIn,
    }
  })
}

const shownFormat = (format: NonNullable<SourceFileRow['format']>, language: Language): ShownImport['format'] => ({
  kind: format.kind,
  encoding: format.encoding,
  separator: format.separator,
  decimal: format.decimal,
  dateOrder: format.dateOrder,
  headerLine: format.headerLine,
  forms: [...(format.forms ?? [])],
  sheet: format.sheet,
  sheets: [...format.sheets],
  ...shownOtherwise(format, language),
})

/** A FEC is called by the SIREN of its firm and the last day of its year (LPF art. A47 A-1). */
function otherSirenOf(name: string, firmSiren: string | null): string | null {
  const siren = /^(\d{9})FEC\d{8}/i.exec(name)?.[1]
  return siren !== undefined && firmSiren !== null && isSirenOrSiret(siren) && siren !== firmSiren ? siren : null
}

function shownLedger({ carriesBare: _carriesBare, ...ledger }: KeptLedger) {
  return { ...ledger, lettersOutOfBalance: [...ledger.lettersOutOfBalance] }
}

const shownColumns = ({ columns, mapping }: SourceFileRow): ShownImport['columns'] =>
  (columns ?? []).map(({ header, samples, confidence }, position) => ({
    position,
    header,
    samples: [...samples],
    field: mapping?.[position] ?? null,
    confidence,
  }))

function shownSummary(
  { preview: _preview, warnings, ...summary }: NonNullable<SourceFileRow['summary']>,
  language: Language,
): ShownImport['summary'] {
  return {
    ...summary,
    customers: summary.customers ?? null,
    total: [...summary.total],
    amountDue: [...summary.amountDue],
    warnings: warnings.map(({ code, count, firstLine, value }) => ({
      code,
      count,
      firstLine,
      sentence: warningSentence({ code, value }, language),
    })),
  }
}

function shownRefusal(kept: KeptRefusal, file: SourceFileRow, language: Language): ShownImport['refusals'][number] {
  const refusal = asRefusal(kept, columnOf(file, kept.field))
  return {
    line: kept.line,
    invoiceNumber: kept.invoiceNumber || null,
    field: kept.fixField ?? kept.field,
    code: kept.code,
    value: asTyped(kept.value, file) || null,
    suggestion: kept.fixValue === null ? null : asTyped(kept.fixValue, file),
    title: refusalTitle(refusal, language),
    sentence: refusalSentence(refusal, language),
    correction: kept.correction,
  }
}

/** An electronic invoice writes days as programs do; whoever corrects one writes the day first. */
const asTyped = (value: string, { format }: Pick<SourceFileRow, 'format'>): string =>
  format?.kind === 'eInvoices' ? value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1') : value

/** The header of the column that holds a field; the columns of a reader that knows its format have no header of their own. */
export const columnOf = (
  { columns, mapping, format }: Pick<SourceFileRow, 'columns' | 'format' | 'mapping'>,
  field: KeptRefusal['field'],
): string | undefined => (format?.kind === 'eInvoices' ? undefined : columns?.[mapping?.indexOf(field) ?? -1]?.header)

/** Why the file does not go in, and the next move. */
export function shownError(error: FileError, language: Language): { code: string; sentence: string } {
  switch (error.kind) {
    case 'unreadable':
      return { code: error.problem.code, sentence: problemSentence(error.problem, language) }
    case 'notInvoices':
      return { code: error.fileKind, sentence: fileKindSentence(error.fileKind, language) }
    case 'missing':
      return { code: `missing.${error.need}`, sentence: missingNeedSentence(error.need, language) }
    case 'olderLedger':
      return { code: 'olderLedger', sentence: olderLedger(error.later)[language] }
    case 'partLedger':
      return { code: 'partLedger', sentence: partLedger(error, language) }
    case 'stopped':
      return { code: `stopped.${error.during}`, sentence: stopped[error.during][language] }
  }
}

const olderLedger = (later: string) => ({
  fr: `Un exercice plus récent est déjà importé (« ${later} ») avec des à-nouveaux sans détail : celui-ci serait compté deux fois. Annulez d’abord l’import du plus récent, importez celui-ci, puis le plus récent.`,
  en: `A later year is imported already (“${later}”) with opening balances that are not detailed: this one would be counted twice. Undo the import of the later one first, import this one, then the later one.`,
})

function partLedger(error: Extract<FileError, { kind: 'partLedger' }>, language: Language): string {
  const { before } = error
  const upTo = formatDate(error.upTo, language)
  const known = formatMoney(money(error.known, ledgerCurrency), language)
  const carried = formatMoney(money(error.carried, ledgerCurrency), language)
  return language === 'fr'
    ? `L’exercice d’avant n’est importé que jusqu’au ${upTo} (« ${before} ») : ${known} y restent à payer. Ce fichier reprend ${carried} d’à-nouveaux sans détail, qui les compteraient une seconde fois. Demandez d’abord à votre logiciel l’export de l’exercice d’avant tel qu’il est aujourd’hui et importez-le, même s’il n’apporte rien de plus : importé de nouveau, il vaut pour l’exercice entier. Ou annulez son import s’il date de moins de 24 heures. Puis déposez de nouveau ce fichier.`
    : `The year before is imported up to ${upTo} only (“${before}”): ${known} of it are left to pay. This file carries over ${carried} without detail, which would count them a second time. Ask your software for the export of the year before as it is today and import it first, even where it brings nothing new: imported again, it stands for the whole year. Or undo its import where it is less than 24 hours old. Then drop this file again.`
}

const stopped = {
  check: {
    fr: 'La vérification s’est arrêtée de notre côté ; rien n’a été enregistré. Déposez de nouveau le fichier.',
    en: 'The check broke off on our side; nothing was recorded. Drop the file again.',
  },
  application: {
    fr: 'L’import s’est arrêté de notre côté ; ce qui est déjà entré est gardé. Reprenez-le, rien n’entrera deux fois ; ou annulez-le, il n’en restera rien.',
    en: 'The import broke off on our side; what is in already is kept. Go on with it, nothing goes in twice; or undo it, and nothing of it is left.',
  },
} as const
