import { plainCapitals } from './read-text.ts'

/** Legal forms: left out as often as written, they tell two homonyms apart and no more. */
export const legalForms: ReadonlySet<string> = new Set(
  `SARL EURL SAS SASU SA SNC SCI SCP SCOP SELARL SELAS SCEA EARL GAEC GIE EI EIRL ETS STE SOC CIE ASSO MR MME M MONSIEUR MADAME
  LTD LIMITED LLC INC PLC GMBH AG BV NV SRL SPA SPRL CORP CO COMPANY AB OY KG OHG LDA SL KFT SP ZOO`.split(/\s+/),
)

/** Words that join others. */
const joining: ReadonlySet<string> = new Set(
  'ET AND UND DE DU DES LE LA LES L D A AU AUX EN SUR POUR THE OF VON VAN DER'.split(' '),
)

/** One spelling for a word and its usual abbreviations. */
const shortened: readonly (readonly [string, string])[] = [
  ['ETS', 'ETABLISSEMENT ETABLISSEMENTS ETABL ETB'],
  ['STE', 'SOCIETE SOC STE'],
  ['CIE', 'COMPAGNIE CIE'],
  ['ASSO', 'ASSOCIATION ASSOC ASS'],
  ['CONSTRUCTION', 'CONST CONSTR CONSTRUC CONSTRUCTIONS'],
  ['TRANSPORT', 'TRANSP TRSP TRANS TRANSPORTS TPTS TPS'],
  ['ENTREPRISE', 'ENT ENTR ENTREP ENTREPRISES'],
  ['INDUSTRIE', 'IND INDUS INDUST INDUSTRIES INDUSTRIEL INDUSTRIELLE'],
  ['SERVICE', 'SCE SERV SERVICES SVC SVCS SCES'],
  ['INTERNATIONAL', 'INTL INTER INTERNAT INTERNATIONALE INT'],
  ['FRANCE', 'FR FRA'],
  ['SAINT', 'ST SAINTE STE'],
  ['FRERE', 'FRERES FRES FR'],
  ['BATIMENT', 'BAT BATIM BATIMENTS'],
  ['ELECTRICITE', 'ELEC ELECT ELECTR'],
  ['MENUISERIE', 'MENUIS MENUISERIES'],
  ['DISTRIBUTION', 'DISTRIB DIST DISTR'],
  ['IMMOBILIER', 'IMMO IMMOB IMMOBILIERE'],
  ['ASSURANCE', 'ASSUR ASSURANCES'],
  ['GROUPE', 'GRP GPE GROUP GROUPEMENT'],
  ['LOGISTIQUE', 'LOG LOGIST LOGISTIC LOGISTICS'],
  ['TECHNIQUE', 'TECH TECHN TECHNIQUES'],
  ['TECHNOLOGIE', 'TECHNO TECHNOLOGIES TECHNOLOGY'],
  ['MATERIAUX', 'MAT MATER MATERIEL'],
  ['PEINTURE', 'PEINT PEINTURES'],
  ['PLOMBERIE', 'PLOMB'],
  ['AGENCE', 'AGCE'],
  ['ATELIER', 'ATEL ATELIERS'],
  ['BOULANGERIE', 'BOUL BOULANG'],
  ['RESTAURANT', 'REST RESTO'],
  ['PHARMACIE', 'PHARMA PHIE PHCIE'],
  ['GARAGE', 'GAR'],
  ['MAIRIE', 'MAIRIE'],
  ['COMMUNE', 'CNE COM'],
  ['CENTRE', 'CTRE CTR CENTER'],
  ['HOTEL', 'HTL'],
  ['CABINET', 'CAB'],
  ['MECANIQUE', 'MECA MECAN'],
  ['METALLERIE', 'METAL METALL'],
  ['AGRICOLE', 'AGRI'],
  ['COOPERATIVE', 'COOP'],
  ['FILS', 'FILS'],
  ['PROVENCE', 'PROV'],
  ['TRAVAUX', 'TRVX TX TRAV'],
  ['PUBLIC', 'PUB PUBLICS'],
  ['NATIONAL', 'NAT NATL NATIONALE'],
  ['GENERAL', 'GEN GENERALE'],
  ['SYSTEME', 'SYST SYSTEMES SYSTEM SYSTEMS'],
  ['SOLUTION', 'SOLUTIONS SOL'],
  ['CONSEIL', 'CONS CONSEILS'],
  ['FORMATION', 'FORM FORMATIONS'],
  ['EQUIPEMENT', 'EQUIP EQUIPEMENTS EQPT'],
  ['PRODUCTION', 'PROD PRODUCTIONS'],
  ['MANUFACTURE', 'MANUF'],
  ['IMPRIMERIE', 'IMP IMPR IMPRIM'],
  ['MAISON', 'MAIS MAISONS'],
]
const longForm = new Map(shortened.flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)))
longForm.set('STE', 'STE')
longForm.set('FR', 'FRANCE')

/** The form of a word under which names are compared: abbreviations written out, no plural. */
export function nameStem(word: string): string {
  const long = longForm.get(word)
  if (long) return long
  return word.length > 4 && /[^S]S$/.test(word) ? word.slice(0, -1) : word
}

/** The words of a name in the order written, as stems; joining words left out. */
export function nameTokens(name: string): string[] {
  const plain = plainCapitals(name)
    .replace(/\b(?:[A-Z0-9]\.){2,}[A-Z]?(?![A-Z])/g, (initials) => initials.replaceAll('.', ''))
    .replace(/\b([A-Z])[ '](?=[A-Z]\b)/g, '$1')
  const words = plain.match(/[A-Z0-9]+/g) ?? []
  const telling = words.filter((word) => !joining.has(word)).map(nameStem)
  return telling.length > 0 ? telling : words
}

/** A name as one word, without legal forms: « DUPONT MATERIAUX SARL » and « DUPONTMATERIAUX » agree. */
export const squeezed = (name: string): string =>
  (plainCapitals(name).match(/[A-Z0-9]+/g) ?? []).filter((word) => !legalForms.has(word)).join('')
