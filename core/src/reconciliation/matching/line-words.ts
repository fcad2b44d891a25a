/** What words of a label warn of; none of these is ever applied by itself. */
export type Warning = 'deposit' | 'refund' | 'tax' | 'ownTransfer' | 'reversal' | 'financing'

const warnings: readonly (readonly [Warning, RegExp])[] = [
  [
    'deposit',
    /\b(?:ACOMPTES?|ARRHES|AVANCE|PRO ?-?FORMA|DEVIS|PREPAIEMENT|PREPAYMENT|DEPOSIT|DOWN ?PAYMENT|QUOTATION|QUOTE|ACPTE|A VALOIR|AVANT LIVRAISON|A LA COMMANDE)\b/,
  ],
  [
    'refund',
    /\b(?:REMBOURSEMENTS?|REMBT|REMB|RBT|RMBT|RBST|REMBOURST|REMBOURS|REFUND|TROP PERCU|TROP VERSE|RISTOURNE|INDEMNITE|INDEMN|INDEMNISATION|SINISTRE|DEDOMMAGEMENT|AVOIR FOURNISSEUR|RISTOURNES)\b/,
  ],
  [
    'tax',
    /\b(?:TVA|DGFIP|D G F I P|DRFIP|DDFIP|SIE|IMPOTS?|URSSAF|CREDIT D IMPOT|CFE|CVAE|CPAM|AGEFIPH|OPCO|CAF|MSA|POLE EMPLOI|FRANCE TRAVAIL|TRESOR PUBLIC|SUBVENTION|ASP|CICE)\b/,
  ],
  [
    'ownTransfer',
    /\b(?:VIR(?:EMENT|T)? INTERNE|COMPTE A COMPTE|CPTE A CPTE|CPT A CPT|VIREMENT DE TRESORERIE|EQUILIBRAGE|NIVELLEMENT|APPROVISIONNEMENT|ALIMENTATION|TRANSFERT INTERNE|INTERNAL TRANSFER|CASH POOL(?:ING)?|APPORT|COMPTE COURANT D ASSOCIE|VIR DE COMPTE)\b/,
  ],
  [
    'reversal',
    /\b(?:ANNULATIONS?|ANNUL|ANN|REJET|RETOUR|IMPAYE|EXTOURNE|CONTREPASSATION|REGULARISATION|REGUL|REVERSAL|RETOURNE|RECALL|RAPPEL DE FONDS|REDRESSEMENT|CORRECTION)\b/,
  ],
  ['financing', /\b(?:DEBLOCAGE|PRET|EMPRUNT|INTERETS|COUPONS?|DIVIDENDES?|SALAIRES?|REMISE CB)\b/],
]

/** Plain capitals, separators as single blanks. */
export function warningsIn(text: string): Warning[] {
  const plainText = text.replace(/\bTVA (?:INTRA\w* )?(?:FR ?)?[A-Z0-9]{2} ?\d{3} ?\d{3} ?\d{3}\b/g, ' ')
  return warnings.filter(([, pattern]) => pattern.test(plainText)).map(([warning]) => warning)
}

/** A part of an invoice is meant: what is left of it stays open, and that is no mistake. */
export const speaksOfPart = (plainText: string): boolean =>
  /\b(?:PARTIEL(?:LE)?|PART|ACOMPTE|ACPTE|VERSEMENT|ECHEANCE|SOLDE|1ER|2EME|PARTIAL|INSTAL+MENT|ECHELONNEMENT|MENSUALITE)\b/.test(
    plainText,
  )

export const speaksOfRest = (plainText: string): boolean =>
  /\b(?:SOLDE|RELIQUAT|COMPLEMENT|RESTE DU|BALANCE)\b/.test(plainText)

export const speaksOfDiscount = (plainText: string): boolean => /\b(?:ESCOMPTE|ESC|DISCOUNT|SKONTO)\b/.test(plainText)

export const speaksOfCredit = (plainText: string): boolean =>
  /\b(?:AVOIRS?|AV|CREDIT NOTE|CN|DEDUCTION|MOINS|DEDUIT)\b/.test(plainText)

export const speaksOfRetention = (plainText: string): boolean =>
  /\b(?:RETENUE|RG|RET GARANTIE|GARANTIE)\b/.test(plainText)

/** Words of bank and payer that name nobody. */
export const labelWords: ReadonlySet<string> = new Set(
  `VIR VIREMENT VIRT VRT SEPA RECU RECUS INST INSTANTANE EUR EUROPEEN DE DU DES LE LA LES D L A AU AUX ET EN PAR POUR SUR
  FACT FACTURE FACTURES FAC FCT FA FRE FT INV INVOICE INVOICES NO NUM NR NUMERO N REF REFERENCE VREF NREF VOTRE NOS NOTRE
  REGLEMENT REGL REGLT RGT RGLT PAIEMENT PAIEMENTS PAYMENT PMT PAY MOTIF MOT LIB LIBELLE TRANSFERT TRANSFER BQ BANQUE
  JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE JANV FEV AVR JUIL SEPT OCT NOV DEC
  SOLDE ACOMPTE ESCOMPTE AVOIR COMMANDE CDE CMD BC BDC PO ORDER CLIENT CPT CPTE COMPTE IBAN BIC SIRET SIREN TEL NOTPROVIDED
  REMISE CHEQUE CHEQUES CHQ CHQS RCUR SCT ID EMETTEUR EMIS MOIS ECHEANCE ECH VOIR VOS FROM TO OF THE AND TOTAL DONT
  REMBOURSEMENT TROP PERCU FOURNISSEUR FOURNITURES PRESTATION PRESTATIONS SERVICE`.split(/\s+/),
)
