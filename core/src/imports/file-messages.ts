import type { Language } from '../money/format-money.ts'
import type { Need } from './fields.ts'
import type { ReadingProblem, ReadingProblemCode } from './reading-problem.ts'
import type { FileKind } from './recognise-file.ts'
import { setSpaces } from './set-spaces.ts'
import { statementProblems } from './statement-problems.ts'

type Sentence = Readonly<Record<Language, string>>

const problems: Readonly<Record<ReadingProblemCode, Sentence>> = {
  empty: {
    fr: 'Ce fichier est vide. Exportez-le de nouveau, puis déposez-le ici.',
    en: 'This file is empty. Export it again, then drop it here.',
  },
  noHeader: {
    fr: 'Aucune ligne de titres de colonnes n’a été trouvée. Ajoutez en haut du fichier une ligne comme « N° facture ; Client ; Échéance ; Montant TTC ».',
    en: 'No line of column titles was found. Add one at the top of the file, such as “Invoice number; Customer; Due date; Total”.',
  },
  noRows: {
    fr: 'Ce fichier a des titres de colonnes, et aucune ligne dessous. Exportez-le de nouveau avec vos factures, puis déposez-le ici.',
    en: 'This file has column titles, and no row below them. Export it again with your invoices, then drop it here.',
  },
  oneColumn: {
    fr: 'Ce fichier n’a qu’une colonne. Choisissez le séparateur (point-virgule, virgule, tabulation), ou exportez de nouveau au format CSV.',
    en: 'This file has one column only. Choose the separator (semicolon, comma, tab), or export it again as CSV.',
  },
  notText: {
    fr: 'Ce fichier n’est ni un CSV ni un classeur Excel. Exportez la liste de vos factures en CSV ou en XLSX.',
    en: 'This file is neither CSV nor an Excel workbook. Export your list of invoices as CSV or XLSX.',
  },
  pdf: {
    fr: 'Ce PDF ne contient pas de facture électronique (le XML de Factur-X ou de ZUGFeRD) : il peut être joint à une facture, pas en créer une. Exportez la liste de vos factures en CSV ou en XLSX.',
    en: 'This PDF holds no electronic invoice (the XML of Factur-X or ZUGFeRD): it can be attached to an invoice, not make one. Export your list of invoices as CSV or XLSX.',
  },
  xml: {
    fr: 'Ce fichier XML n’est pas une facture électronique (CII ou UBL). Exportez vos factures en Factur-X, en CII ou en UBL, ou leur liste en CSV ou en XLSX.',
    en: 'This XML file is no electronic invoice (CII or UBL). Export your invoices as Factur-X, CII or UBL, or their list as CSV or XLSX.',
  },
  webPage: {
    fr: 'C’est une page web enregistrée, même si son nom finit par .xls. Ouvrez-la dans votre tableur, enregistrez-la au format XLSX, puis déposez-la ici.',
    en: 'This is a saved web page, even if its name ends in .xls. Open it in your spreadsheet program, save it as XLSX, then drop it here.',
  },
  json: {
    fr: 'C’est un fichier JSON. Exportez la liste de vos factures en CSV ou en XLSX.',
    en: 'This is a JSON file. Export your list of invoices as CSV or XLSX.',
  },
  archive: {
    fr: 'Cette archive n’est pas un ZIP. Ouvrez-la, puis déposez ce qu’elle contient, ou un ZIP de vos factures électroniques.',
    en: 'This archive is no ZIP. Open it, then drop what is inside, or a ZIP of your electronic invoices.',
  },
  oldOrProtectedWorkbook: {
    fr: 'Ce classeur est à l’ancien format .xls ou protégé par un mot de passe. Ouvrez-le, enregistrez-le au format XLSX sans mot de passe, puis déposez-le ici.',
    en: 'This workbook is in the old .xls format or protected by a password. Open it, save it as XLSX without a password, then drop it here.',
  },
  openDocument: {
    fr: 'C’est un classeur OpenDocument. Enregistrez-le au format XLSX ou CSV, puis déposez-le ici.',
    en: 'This is an OpenDocument workbook. Save it as XLSX or CSV, then drop it here.',
  },
  damagedWorkbook: {
    fr: 'Ce classeur est abîmé ou incomplet. Ouvrez-le dans votre tableur, enregistrez-le de nouveau, puis déposez-le ici.',
    en: 'This workbook is damaged or incomplete. Open it in your spreadsheet program, save it again, then drop it here.',
  },
  workbookTooLarge: {
    fr: 'Ce classeur est trop volumineux une fois ouvert. Enregistrez sa feuille de factures en CSV, puis déposez ce CSV.',
    en: 'This workbook is too large once opened. Save its sheet of invoices as CSV, then drop that CSV.',
  },
  fileTooLarge: {
    fr: 'Ce fichier dépasse {value} Mo. Coupez-le en plusieurs fichiers, chacun avec sa ligne de titres.',
    en: 'This file is larger than {value} MB. Cut it into several files, each with its line of titles.',
  },
  noTableInWorkbook: {
    fr: 'Aucune feuille de ce classeur ne contient un tableau avec des titres de colonnes. Vérifiez le classeur, ou enregistrez la bonne feuille en CSV.',
    en: 'No sheet of this workbook holds a table with column titles. Check the workbook, or save the right sheet as CSV.',
  },
  unknownSheet: {
    fr: 'Ce classeur n’a pas de feuille « {value} ». Choisissez une de ses feuilles.',
    en: 'This workbook has no sheet “{value}”. Choose one of its sheets.',
  },
  quoteNeverClosed: {
    fr: 'Un guillemet ouvert à la ligne {line} n’est jamais refermé. Retirez-le ou fermez-le dans votre fichier, puis déposez-le de nouveau.',
    en: 'A quote opened on line {line} is never closed. Remove it or close it in your file, then drop it again.',
  },
  cellTooLarge: {
    fr: 'La ligne {line} est trop longue pour un tel fichier (un guillemet mal fermé, peut-être). Corrigez-la dans votre fichier, puis déposez-le de nouveau.',
    en: 'Line {line} is too long for such a file (a quote not closed, perhaps). Correct it in your file, then drop it again.',
  },
  tooManyColumns: {
    fr: 'La ligne de titres (ligne {line}) compte {value} colonnes : ce n’est sans doute pas une liste de factures. Gardez les colonnes utiles, 300 au plus, puis déposez le fichier de nouveau.',
    en: 'The line of titles (line {line}) has {value} columns: it is probably no list of invoices. Keep the columns that matter, 300 at most, then drop the file again.',
  },
  journalHoldsPayments: {
    fr: 'Ce journal contient aussi des règlements ou des reports de clients (ligne {line}) : ses factures paraîtraient toutes impayées. Exportez le FEC de l’exercice, ou l’échéancier clients avec le reste à payer de chaque facture.',
    en: 'This journal also holds payments or balances of customers (line {line}): its invoices would all look unpaid. Export the FEC of the year, or the list of open customer invoices with what is left to pay of each.',
  },
  formulasWithoutResults: {
    fr: 'Les formules de ce classeur n’ont pas de résultat (ligne {line}) : il a été produit par un programme et jamais calculé. Ouvrez-le dans votre tableur, enregistrez-le, puis déposez-le de nouveau.',
    en: 'The formulas of this workbook have no results (line {line}): a program made it and it was never calculated. Open it in your spreadsheet program, save it, then drop it again.',
  },
  endlessBlankLines: {
    fr: 'Ce fichier n’a que des lignes vides après la ligne {line}. Gardez-y les seules lignes remplies, puis déposez-le de nouveau.',
    en: 'This file has only blank lines after line {line}. Keep the lines that are filled, then drop it again.',
  },
  ledgerTooLarge: {
    fr: 'Ce FEC dépasse {value} lignes de comptes clients ou d’écritures. Exportez-le exercice par exercice, puis déposez-les l’un après l’autre.',
    en: 'This FEC has more than {value} lines of customers or of entries. Export it year by year, then drop one after the other.',
  },
  ledgerUnreadable: {
    fr: 'Plus de {value} lignes de ce FEC ne se lisent pas, la première à la ligne {line} : leurs colonnes ne sont pas celles de ses titres. Exportez-le de nouveau.',
    en: 'More than {value} lines of this FEC cannot be read, the first on line {line}: their columns are not those of its titles. Export it again.',
  },
  amountsTooLarge: {
    fr: 'À la ligne {line}, le total des montants dépasse ce qu’une comptabilité peut contenir. Vérifiez les décimales de l’export, puis déposez-le de nouveau.',
    en: 'On line {line} the total of the amounts passes what any accounts can hold. Check the decimals of the export, then drop it again.',
  },
  wrongEncoding: {
    fr: 'Ce fichier ne se lit pas en {value}. Exportez-le de nouveau ; pour une liste, choisissez un autre encodage, ou laissez Quittance le trouver.',
    en: 'This file does not read as {value}. Export it again; for a list, choose another encoding, or let Quittance find it.',
  },
  unknownEncoding: {
    fr: 'L’encodage « {value} » n’est pas connu. Choisissez UTF-8, Windows-1252, ISO-8859-15 ou UTF-16.',
    en: 'The encoding “{value}” is not known. Choose UTF-8, Windows-1252, ISO-8859-15 or UTF-16.',
  },
  brokenXml: {
    fr: 'Ce fichier XML est incomplet ou mal formé (ligne {line}). Demandez-le de nouveau à celui qui l’a produit, ou exportez-le encore une fois.',
    en: 'This XML file is incomplete or not well formed (line {line}). Ask whoever made it for a new one, or export it again.',
  },
  xmlDocumentType: {
    fr: 'Ce fichier XML contient une définition de type (DOCTYPE, ligne {line}), qu’aucune facture ni aucun relevé ne porte : il n’a pas été lu. Exportez-le de nouveau.',
    en: 'This XML file contains a document type definition (DOCTYPE, line {line}), which neither invoices nor statements have: it was not read. Export it again.',
  },
  xmlTooLarge: {
    fr: 'Ce fichier XML est trop volumineux pour une facture. Déposez les factures une par une.',
    en: 'This XML file is too large for an invoice. Drop the invoices one by one.',
  },
  brokenPdf: {
    fr: 'Ce PDF est abîmé ou incomplet. Exportez-le de nouveau, puis déposez-le ici.',
    en: 'This PDF is damaged or incomplete. Export it again, then drop it here.',
  },
  protectedPdf: {
    fr: 'Ce PDF est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis déposez-le ici.',
    en: 'This PDF is protected by a password. Save it without a password, then drop it here.',
  },
  pdfTooLarge: {
    fr: 'Ce PDF s’ouvre en plus de {value} Mo : il n’a pas été lu. Exportez-le de nouveau.',
    en: 'This PDF opens to more than {value} MB: it was not read. Export it again.',
  },
  pdfTooHeavy: {
    fr: 'Ce PDF demande trop de temps ou de mémoire : il n’a pas été lu. Imprimez-le de nouveau en PDF, ou exportez-le encore une fois.',
    en: 'This PDF takes too much time or memory: it was not read. Print it to PDF again, or export it once more.',
  },
  damagedArchive: {
    fr: 'Cette archive ZIP est abîmée ou incomplète. Refaites-la, ou déposez ses fichiers sans archive.',
    en: 'This ZIP archive is damaged or incomplete. Make it again, or drop its files without an archive.',
  },
  archiveTooLarge: {
    fr: 'Cette archive s’ouvre en plus de {value} Mo : elle n’a pas été ouverte. Déposez vos factures en plusieurs fois.',
    en: 'This archive opens to more than {value} MB: it was not opened. Drop your invoices in several parts.',
  },
  tooManyFiles: {
    fr: 'Il y a plus de {value} fichiers. Déposez vos factures en plusieurs fois.',
    en: 'There are more than {value} files. Drop your invoices in several parts.',
  },
  partTooLarge: {
    fr: 'Ce fichier dépasse {value} Mo, bien plus qu’une facture. Exportez-le de nouveau.',
    en: 'This file is larger than {value} MB, far more than an invoice. Export it again.',
  },
  noInvoices: {
    fr: 'Aucune facture électronique ni aucun PDF ici. Déposez des fichiers Factur-X, CII ou UBL, ou la liste de vos factures en CSV ou en XLSX.',
    en: 'No electronic invoice and no PDF here. Drop Factur-X, CII or UBL files, or your list of invoices as CSV or XLSX.',
  },
  mixedFiles: {
    fr: 'Une liste de factures ({value}) se dépose seule. Déposez-la d’abord, puis les factures électroniques et les PDF.',
    en: 'A list of invoices ({value}) goes alone. Drop it first, then the electronic invoices and the PDFs.',
  },
  ...statementProblems,
}

/** What is wrong with the file and the next move. */
export const problemSentence = ({ code, line, value, field }: ReadingProblem, language: Language): string =>
  setSpaces(problems[code][language], language)
    .replace('{line}', String(line ?? ''))
    .replace('{field}', field ?? '')
    .replace('{value}', grouped.includes(code) ? inThousands(value ?? '', language) : (value ?? ''))

/** Their value is how many there are. */
const grouped: readonly ReadingProblemCode[] = ['ledgerTooLarge', 'ledgerUnreadable', 'tooManyColumns', 'tooManyFiles']

const inThousands = (count: string, language: Language): string =>
  count.replace(/\B(?=(?:\d{3})+$)/g, language === 'fr' ? '\u202f' : ',')

/** Lists of invoices and of customers go in. */
export type RefusedKind = Exclude<FileKind, 'customers' | 'invoices'>

const kinds: Readonly<Record<RefusedKind, Sentence>> = {
  bankStatement: {
    fr: 'C’est un relevé bancaire, pas une liste de factures. Déposez-le dans Règlements, Banque : chaque encaissement y trouve ses factures. Ici, déposez la liste de vos factures.',
    en: 'This is a bank statement, not a list of invoices. Drop it under Payments, Bank: each payment finds its invoices there. Here, drop your list of invoices.',
  },
  payments: {
    fr: 'Ce fichier est une liste de règlements : il n’a ni numéro de facture ni échéance. Déposez ici la liste de vos factures ; les règlements se saisissent dans Règlements.',
    en: 'This file is a list of payments: it has neither invoice numbers nor due dates. Drop your list of invoices here; payments are entered under Payments.',
  },
  accountingJournal: {
    fr: 'Ce fichier est un journal comptable : chaque facture y tient sur plusieurs lignes, avec les règlements. Exportez plutôt le FEC de l’exercice, l’échéancier clients ou la liste des factures, une ligne par facture.',
    en: 'This file is an accounting journal: each invoice takes several lines, payments among them. Export the FEC of the year, or the list of open customer invoices, one line an invoice.',
  },
  agedBalance: {
    fr: 'Ce fichier est une balance âgée : un total par client, sans les factures. Exportez la balance âgée détaillée par facture, ou l’échéancier clients, avec le numéro, la date et l’échéance de chaque facture.',
    en: 'This file is an aged balance: one total a customer, without the invoices. Export the aged balance with the detail of invoices, or the list of open customer invoices, with number, date and due date of each.',
  },
  salesLines: {
    fr: 'Ce fichier est un détail d’articles vendus : il donne des prix hors taxes, pas le total des factures. Exportez plutôt la liste des factures, une ligne par facture avec montant TTC et échéance.',
    en: 'This file lists the articles sold: it gives prices without tax, not the totals of invoices. Export the list of invoices instead, one line an invoice with its total and due date.',
  },
  unknown: {
    fr: 'Les colonnes de ce fichier ne suffisent pas à y reconnaître des factures : il faut un client, une échéance et un montant TTC ou un reste à payer (un montant hors taxes ne suffit pas). Dites ce que contient chaque colonne, ou déposez un autre fichier.',
    en: 'The columns of this file are not enough to recognise invoices: it takes a customer, a due date and a total or what is left to pay (an amount without tax is not enough). Say what each column holds, or drop another file.',
  },
}

/** Why this table is not taken for invoices, and what to export instead. */
export const fileKindSentence = (kind: RefusedKind, language: Language): string =>
  setSpaces(kinds[kind][language], language)

const missing: Readonly<Record<Need, Sentence>> = {
  invoiceNumber: {
    fr: 'Aucune colonne ne donne le numéro de facture. Choisissez-la, ou laissez Quittance numéroter : le numéro sera le même à chaque import.',
    en: 'No column gives the invoice number. Choose it, or let Quittance number them: the number is the same at each import.',
  },
  customer: {
    fr: 'Aucune colonne ne donne le client. Choisissez celle de son nom ou de son code.',
    en: 'No column gives the customer. Choose the one with the name or the code.',
  },
  dueDate: {
    fr: 'Aucune colonne ne donne l’échéance ni la date de facture. Choisissez l’une des deux.',
    en: 'No column gives the due date or the invoice date. Choose one of them.',
  },
  amount: {
    fr: 'Aucune colonne ne donne le montant TTC ni le reste à payer. Choisissez l’une des deux ; un montant hors taxes ne suffit pas.',
    en: 'No column gives the total or what is left to pay. Choose one of them; an amount without tax is not enough.',
  },
}

export const missingNeedSentence = (need: Need, language: Language): string =>
  setSpaces(missing[need][language], language)
