import { oneLine } from './written-text.ts'

/** « VIR SEPA RECU DE DUPONT »: what stands before the name of who paid. */
const transferWords =
  /^(?:VIR(?:EMENT|T)?|VRT|VIRINST)\b\.?(?:\s+(?:SEPA|INST(?:ANTANE|ANTANÉ)?|INTERNATIONAL|INTL|EUROPEEN))*(?:\s+(?:RECU|REÇU|REC))?(?:\s+EN\s+VOTRE\s+FAVEUR)?(?:\s+(?:DE|M\/O|O\/O))?(?:[\s:/]+|$)/i

/** « /DE DUPONT /MOTIF FACTURE 12 /REF … », « DE: DUPONT MOTIF: FACTURE 12 REF: … ». */
const marked =
  /(?:^|\s)(?:\/\s?(DE|MOTIF|REFDO|REFBEN|REF|ID|POUR|DATE|CHEZ|BEN)\b:?|(DE|MOTIF|REF|POUR|ID|DATE) ?:)\s*/g

/** Words with which what is paid begins, behind the name. */
const paidWords =
  /(?:^|\s)(?:FACT?(?:URES?)?|FA|FT|INV(?:OICES?)?|REF|REGL(?:EMENT|T)?|PAIEMENT|SOLDE|ACOMPTE|CDE|COMMANDE|N°)(?=[\s.:°/-]|\d).*$/i

/** No label of a bank is as long; the patterns above are not made for longer ones. */
const mostCharacters = 1000

/** Who paid and for what, as French banks write both into the label of a transfer; null and '' where they do not. */
export function readFrenchLabel(label: string): { readonly name: string | null; readonly remittance: string } {
  const written = label.slice(0, mostCharacters)
  const parts = partsOf(written)
  const rest = written.replace(transferWords, '')
  const unmarked = rest !== written && parts.size === 0 ? rest : ''
  const before = unmarked.replace(paidWords, '')
  const cut = before === '' || /\p{L}{3}/u.test(before) ? before : unmarked
  const name = oneLine(parts.get('DE') ?? cut).replace(/[\s|:;,/-]+$/, '')
  const remittance = oneLine(parts.get('MOTIF') ?? unmarked.slice(cut.length))
  return { name: /\p{L}{3}/u.test(name) ? name : null, remittance }
}

function partsOf(label: string): Map<string, string> {
  const found = [...label.toUpperCase().matchAll(marked)]
  return new Map(
    found.map((one, index) => [
      one[1] ?? one[2] ?? '',
      label.slice(one.index + one[0].length, found[index + 1]?.index ?? label.length),
    ]),
  )
}
