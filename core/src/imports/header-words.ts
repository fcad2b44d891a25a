/**
 * Headers in one small language: accents, case, punctuation, camel case and abbreviations fall away, French and
 * English words become the same token. « N° Fact. », « invoice_number » and « Numéro de facture » all read
 * `invoice number`.
 */
const sameWords: Readonly<Record<string, string>> = {
  invoice: 'facture factures fact fac fct invoices inv invoicing bill facturation',
  number: 'numero no num nr numb',
  document: 'piece pieces doc documents docs pce pc voucher',
  customer:
    'client clients clt cli tiers cust customers acheteur buyer debiteur debtor payer payeur destinataire party counterparty',
  name: 'nom names raison denomination',
  company: 'societe sociale entreprise organisation organization org enseigne',
  ref: 'reference references refs rf',
  date: 'dt dte dates le on',
  issue: 'emission emise emis issued edition edite creation create created cree facturee etablie',
  due: 'echeance echeances ech echeanc exigibilite exigible maturity limite butoir',
  amount: 'montant montants mt mnt mtt mont amt amounts total tot totaux value valeur somme prix',
  ttc: 'gross incl including inclusive',
  ht: 'hors htva excl excluding exclusive untaxed subtotal',
  tax: 'tva vat taxe taxes',
  left: 'solde reste restant restante outstanding open remaining remain balance impaye impayes unpaid encours residual residuel',
  paid: 'paye payee payes regle reglee reglees regles encaisse encaissee verse verses percu settled received soldee soldes recu',
  payment: 'paiement paiements reglement reglements rgt rglt regl payments encaissement encaissements',
  means: 'mode moyen method methode',
  terms: 'condition conditions cond term modalite modalites delai',
  currency: 'devise devises dev monnaie curr ccy cur',
  email: 'mail mails emails courriel courriels mel',
  phone: 'tel telephone telephones mobile portable phones gsm',
  sales: 'commercial commerciale vendeur vendeuse salesperson seller representant rep repr representative',
  project: 'chantier chantiers affaire affaires projet projets dossier job worksite opportunite',
  subject: 'objet libelle description intitule designation label details lib memo',
  order: 'commande commandes cde cmd po purchase bc bon',
  address: 'adresse adr addr street rue voie',
  city: 'ville town localite commune',
  postcode: 'cp zip postal zipcode',
  country: 'pays',
  language: 'langue lang',
  status: 'statut etat state',
  kind: 'type nature',
  dispute: 'litige litiges disputed conteste contestee',
  debit: 'debits deb',
  credit: 'credits cred',
  account: 'compte comptes cpt cpte acct',
  code: 'codes cod identifiant identifier id ids key',
  contact: 'contacts interlocuteur attention',
  accounting: 'compta comptabilite comptable',
}

const canonical = new Map(
  Object.entries(sameWords).flatMap(([token, words]) => words.split(' ').map((word) => [word, token] as const)),
)

const fillers = new Set(
  'de du des d la les l the of a en et and eur euro euros in to for par by s au aux usd sur pour'.split(' '),
)

/** Lower case, no accents, camel case and punctuation as spaces: what two spellings of one header share. */
export function plainHeader(header: string): string {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/n\s?[°º]/giu, ' numero ')
    .replace(/#/g, ' numero ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/['’]/g, ' ')
    .replace(/\be-?\s?mail/g, 'email')
    .replace(/[^\p{L}\p{N}?\ufffd]+/gu, ' ')
    .trim()
}

/** The tokens of a header, without filler words; « dû » at the end means what is left to pay, « du » inside is filler. */
export function headerTokens(header: string): readonly string[] {
  const words = plainHeader(header)
    .replace(/\ba (?:payer|regler|encaisser|recevoir)\b/g, 'reste')
    .split(' ')
    .filter(Boolean)
  return words.flatMap((word, index) => {
    if (/^due?$/.test(word) && index === words.length - 1 && words.length > 1) return ['due']
    if (word === 'n' && index === 0 && words.length > 1) return ['number']
    const token = canonical.get(word) ?? repaired(word)
    return fillers.has(token) ? [] : [token]
  })
}

/** A word whose accents were lost on the way ("Pi?ce"): the one known word that fits, else as it is. */
function repaired(word: string): string {
  if (!/[?\ufffd]/.test(word)) return word
  const pattern = new RegExp(`^${word.replace(/[?\ufffd]+/g, '.{1,2}')}$`)
  for (const [known, token] of canonical) if (pattern.test(known)) return token
  return word.replace(/[?\ufffd]/g, '')
}
