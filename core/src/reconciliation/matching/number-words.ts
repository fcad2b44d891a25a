/** What the word before a number says that it is: an invoice's, something else's, or nothing. */
export type Introduced = 'invoice' | 'other' | null

interface Piece {
  readonly text: string
  readonly isDigits: boolean
  /** Place in the text, in characters. */
  readonly from: number
  readonly to: number
}

const invoiceWord =
  /^(?:FACT\w*|FACS?|FCTS?|FTS?|FAS?|FRA|F|INV\w*|RECHNUNG\w*|RECHN\w*|RNR|FATTUR\w*|FATT|FAKTUUR|FAKTURA|BILLS?|AV|AVOIRS?|CN|VREF|VFACT\w*|FV)$/

/** Papers, people and things that have numbers of their own. */
const otherWords: ReadonlySet<string> = new Set(
  `CLIENT CLIENTS CLI CUSTOMER KUNDE KUNDENNR KDNR NCLIENT NOCLIENT NUMCLIENT REFCLIENT CODECLIENT NCLI CODE
  CONTRAT CONTRATS CONTRACT CTRT VERTRAG DOSSIER DOSSIERS DOSS DOS CHQ CHQS CHEQUE CHEQUES CHECK
  CDE CDES CMD CMDE CMDES COMMANDE COMMANDES ORDER ORDERS ORDRE PO BC BDC BON BONS BESTELLUNG PEDIDO
  DEVIS DEV QUOTE QUOTATION OFFRE PROFORMA BL BLS BDL LIEFERSCHEIN MANDAT MANDATS MANDATE RUM ICS
  PIECE PIECES PCE LOT LOTS BAP OP OPE BORD BORDEREAU CPT CPTE COMPTE ACCOUNT KONTO SITE AFFAIRE AFF CHANTIER MARCHE
  POLICE SINISTRE BAIL BADGE MATRICULE TEL TELEPHONE FAX MOBILE SIRET SIREN RCS NAF APE TVA CB TPE TERMINAL TICKET TRX
  TRANSACTION LCR EFFET TRAITE REMISE REM SLIP PRLV PRELEVEMENT ABONNEMENT ABO ADHERENT ABONNE IMMAT REG NBR NB
  PROJET PROJECT CONVENTION CONV ENGAGEMENT EJ TITRE CP BP ID NREF ICCID ETBT`.split(/\s+/),
)

/** Only with « N° » between: « VIR 1374 » may be an invoice, « VIR N 1374 » is the transfer's number. */
const otherWhenNumbered: ReadonlySet<string> = new Set('VIR VIREMENT VIRT VRT VERSEMENT PAIEMENT PAYMENT'.split(' '))

const links: ReadonlySet<string> = new Set(
  'N NO NR NUM NUMERO NUMBER NUMMER NRO DE DU DES LA LE L D UNE UN VOTRE VOS'.split(' '),
)
const references = /^(?:REF|REFS|REFERENCE|REFERENCES)$/
const ones = /^(?:NOTRE|NOS|N|MA|MES|OUR|MY)$/
const yours = /^(?:VOTRE|VOS|V|YOUR)$/

/** Steps back from a number to the word that introduces it. */
const mostSteps = 5

/** Of each run of letters or digits, what introduces it; the word nearest to the number decides. */
export function introductions(atoms: readonly Piece[], text: string): Introduced[] {
  const said: Introduced[] = atoms.map(() => null)
  atoms.forEach((atom, at) => {
    if (!atom.isDigits) return
    const { word, through } = introducing(atoms, said, at, text)
    said[at] = word
    // « CHQ N 1374 »: neither begins a number « N1374 ».
    if (word === 'other') for (let between = through + 1; between < at; between++) said[between] = word
  })
  return said
}

interface Found {
  readonly word: Introduced
  /** Place of the word itself. */
  readonly through: number
}

function introducing(atoms: readonly Piece[], said: readonly Introduced[], at: number, text: string): Found {
  let numbered = false
  let strange = false
  for (let back = at - 1; back >= Math.max(0, at - mostSteps); back--) {
    const before = atoms[back]
    const after = atoms[back + 1]
    if (!before || !after) break
    const between = text.slice(before.to, after.from)
    if (before.isDigits) {
      // Within one number, or the next of a list; « MARCHE 2024 123 » is one as well.
      const isOne = /^[-/._]?$/.test(between) || (/^20[0-4]\d$/.test(before.text) && (atoms[at]?.text.length ?? 0) <= 5)
      const word = said[back] ?? null
      return { word: word === 'invoice' || isOne ? word : null, through: word === 'other' ? back : at - 1 }
    }
    if (references.test(before.text)) {
      const owner = atoms[back - 1]?.text ?? ''
      if (ones.test(owner)) return { word: 'other', through: back - 2 }
      if (yours.test(owner)) return { word: 'invoice', through: back }
      continue
    }
    if (invoiceWord.test(before.text)) return { word: 'invoice', through: back }
    if (otherWords.has(before.text) || (numbered && otherWhenNumbered.has(before.text)))
      return { word: 'other', through: back }
    if (links.has(before.text)) numbered ||= /^N|^NUM/.test(before.text)
    else if (strange || before.text.length > 3) break
    else strange = true
  }
  return { word: null, through: at - 1 }
}
