import type { Language } from '@quittance/core/money/format-money.ts'

export type HistoryKind =
  | 'issued'
  | 'due'
  | 'email'
  | 'sms'
  | 'call'
  | 'letter'
  | 'note'
  | 'answer'
  | 'payment'
  | 'reversal'
  | 'promise'
  | 'brokenPromise'
  | 'dispute'
  | 'disputeResolved'
  | 'pause'
  | 'change'
  | 'import'
  | 'decision'
  | 'task'
  | 'planned'

interface Known {
  readonly what: string | null
  readonly detail: string | null
  /** Already formatted. */
  readonly amount: string | null
  readonly day: string | null
  /** The other customer of a merge. */
  readonly other: string | null
}
interface Said {
  readonly title: string
  readonly detail: string | null
}

/** The title and detail of each kind of entry. */
export const historyWords: Readonly<Record<Language, (kind: HistoryKind, known: Known) => Said>> = {
  fr: french,
  en: english,
}

const joined = (...parts: (string | null | undefined)[]): string | null => parts.filter(Boolean).join(' · ') || null

function french(kind: HistoryKind, { what, detail, amount, day, other }: Known): Said {
  const outcomes: Record<string, string> = {
    promises: 'promet une date',
    notReached: 'pas joint',
    saysPaid: 'dit avoir payé',
    disputes: 'conteste',
    wrongContact: 'mauvais contact',
    wantsCopy: 'demande une copie',
  }
  switch (kind) {
    case 'email':
      return { title: what === 'undelivered' ? 'E-mail non remis' : 'E-mail', detail }
    case 'sms':
      return { title: 'SMS', detail }
    case 'call':
      return { title: what ? `Appel : ${outcomes[what] ?? what}` : 'Appel', detail }
    case 'letter':
      return { title: what === 'posted' ? postedFr(detail) : 'Courrier', detail: what === 'posted' ? null : detail }
    case 'answer':
      return { title: messagesFr[what ?? ''] ?? 'Réponse du client', detail }
    case 'payment':
      if (what === 'creditNote') return { title: `Avoir déduit : ${amount}`, detail }
      return { title: `Règlement reçu : ${amount}`, detail: joined(meansFr[what ?? ''] ?? null, detail) }
    case 'reversal':
      if (what === 'allocation') return { title: `Répartition retirée : ${amount}`, detail }
      return { title: what === 'rejected' ? `Règlement rejeté : ${amount}` : `Règlement annulé : ${amount}`, detail }
    case 'promise':
      return { title: `Promesse : ${amount} pour le ${day}${sinceFr[what ?? ''] ?? ''}`, detail }
    case 'brokenPromise':
      return {
        title: what?.startsWith('partiallyKept') ? 'Promesse tenue en partie' : 'Promesse non tenue',
        detail: `${detail === null ? amount : `${detail} reçus sur ${amount}`} annoncés pour le ${day}${what?.endsWith('Again') ? ', un règlement n’a pas tenu' : ''}`,
      }
    case 'dispute':
      return { title: 'Litige ouvert', detail: joined(reasonsFr[what ?? ''] ?? what, detail) }
    case 'disputeResolved':
      return { title: 'Litige résolu', detail }
    case 'issued':
      return { title: what === 'creditNote' ? `Avoir émis : ${amount}` : `Facture émise : ${amount}`, detail }
    case 'change':
      return { title: [actsFr[what ?? ''] ?? 'Modification', other].filter(Boolean).join(' '), detail }
    default:
      return { title: 'Note', detail }
  }
}

function english(kind: HistoryKind, { what, detail, amount, day, other }: Known): Said {
  const outcomes: Record<string, string> = {
    promises: 'promises a date',
    notReached: 'not reached',
    saysPaid: 'says it is paid',
    disputes: 'disputes',
    wrongContact: 'wrong contact',
    wantsCopy: 'wants a copy',
  }
  switch (kind) {
    case 'email':
      return { title: what === 'undelivered' ? 'E-mail not delivered' : 'E-mail', detail }
    case 'sms':
      return { title: 'SMS', detail }
    case 'call':
      return { title: what ? `Call: ${outcomes[what] ?? what}` : 'Call', detail }
    case 'letter':
      return { title: what === 'posted' ? postedEn(detail) : 'Letter', detail: what === 'posted' ? null : detail }
    case 'answer':
      return { title: messagesEn[what ?? ''] ?? 'Answer of the customer', detail }
    case 'payment':
      if (what === 'creditNote') return { title: `Credit note deducted: ${amount}`, detail }
      return { title: `Payment received: ${amount}`, detail: joined(meansEn[what ?? ''] ?? null, detail) }
    case 'reversal':
      if (what === 'allocation') return { title: `Allocation taken back: ${amount}`, detail }
      return { title: what === 'rejected' ? `Payment rejected: ${amount}` : `Payment cancelled: ${amount}`, detail }
    case 'promise':
      return { title: `Promise: ${amount} by ${day}${sinceEn[what ?? ''] ?? ''}`, detail }
    case 'brokenPromise':
      return {
        title: what?.startsWith('partiallyKept') ? 'Promise partly kept' : 'Promise not kept',
        detail: `${detail === null ? amount : `${detail} received of ${amount}`} announced for ${day}${what?.endsWith('Again') ? ', a payment came back' : ''}`,
      }
    case 'dispute':
      return { title: 'Dispute opened', detail: joined(reasonsEn[what ?? ''] ?? what, detail) }
    case 'disputeResolved':
      return { title: 'Dispute resolved', detail }
    case 'issued':
      return { title: what === 'creditNote' ? `Credit note issued: ${amount}` : `Invoice issued: ${amount}`, detail }
    case 'change':
      return { title: [actsEn[what ?? ''] ?? 'Change', other].filter(Boolean).join(' '), detail }
    default:
      return { title: 'Note', detail }
  }
}

/** What became of a promise that no longer stands. */
const sinceFr: Readonly<Record<string, string>> = { cancelled: ', retirée depuis', replaced: ', remplacée depuis' }
const sinceEn: Readonly<Record<string, string>> = { cancelled: ', withdrawn since', replaced: ', replaced since' }

const meansFr: Readonly<Record<string, string>> = {
  transfer: 'virement',
  cheque: 'chèque',
  card: 'carte',
  directDebit: 'prélèvement',
  billOfExchange: 'effet de commerce',
  cash: 'espèces',
  other: 'autre moyen',
}
const meansEn: Readonly<Record<string, string>> = {
  transfer: 'transfer',
  cheque: 'cheque',
  card: 'card',
  directDebit: 'direct debit',
  billOfExchange: 'bill of exchange',
  cash: 'cash',
  other: 'other method',
}
/** What came and that no person wrote to us. */
const messagesFr: Readonly<Record<string, string>> = {
  autoReply: 'Réponse automatique',
  outOfOffice: 'Absence',
  bounce: 'Avis de non-remise',
  complaint: 'Signalement',
}
const messagesEn: Readonly<Record<string, string>> = {
  autoReply: 'Automatic reply',
  outOfOffice: 'Out of office',
  bounce: 'Report of non-delivery',
  complaint: 'Complaint',
}
const reasonsFr: Readonly<Record<string, string>> = {
  notReceived: 'facture non reçue',
  amount: 'montant contesté',
  delivery: 'livraison',
  quality: 'qualité',
  purchaseOrder: 'bon de commande manquant',
  alreadyPaid: 'déjà payée',
  other: 'autre motif',
}
const reasonsEn: Readonly<Record<string, string>> = {
  notReceived: 'invoice not received',
  amount: 'amount',
  delivery: 'delivery',
  quality: 'quality',
  purchaseOrder: 'purchase order missing',
  alreadyPaid: 'already paid',
  other: 'other reason',
}
const actsFr: Readonly<Record<string, string>> = {
  'customer.created': 'Client créé',
  'customer.changed': 'Fiche client modifiée',
  'customer.paused': 'Relances en pause',
  'customer.resumed': 'Relances reprises',
  'customer.customer.declaredChased': 'Relances antérieures déclarées',
  'customer.merged': 'Fusionné avec',
  'customer.separated': 'Séparé de',
  'customer.saidNotDouble': 'À ne pas confondre avec',
  'customer.saidMayBeDouble': 'Peut-être le même client que',
  'contact.created': 'Contact ajouté',
  'contact.changed': 'Contact modifié',
  'contact.removed': 'Contact retiré',
  'invoice.created': 'Facture enregistrée',
  'invoice.changed': 'Facture modifiée',
  'invoice.delay.granted': 'Délai accordé',
  'invoice.delay.grantedAgain': 'Second délai accordé',
  'invoice.delay.ended': 'Délai retiré',
  'invoice.delay.resumed': 'Délai rétabli',
  'dispute.dispute.reopened': 'Litige rouvert',
  'dispute.dispute.settled': 'Litige fermé, facture réglée',
  'paymentPlan.paymentPlan.agreed': 'Échéancier convenu',
  'paymentPlan.paymentPlan.ended': 'Échéancier terminé',
  'paymentPlan.paymentPlan.resumed': 'Échéancier rétabli',
  'paymentPlan.paymentPlan.undone': 'Échéancier annulé',
  'paymentPlan.paymentPlan.confirmed': 'Échéancier confirmé au client',
  'invoice.imported': 'Facture importée',
  'invoice.stillOwed': 'Toujours due, bien qu’absente de l’export',
  'invoice.missing': 'Absente de l’export',
  'open_item.paused': 'Échéance en pause',
  'open_item.resumed': 'Échéance reprise',
}
const actsEn: Readonly<Record<string, string>> = {
  'customer.created': 'Customer created',
  'customer.changed': 'Customer changed',
  'customer.paused': 'Reminders paused',
  'customer.resumed': 'Reminders resumed',
  'customer.customer.declaredChased': 'Earlier reminders declared',
  'customer.merged': 'Merged with',
  'customer.separated': 'Separated from',
  'customer.saidNotDouble': 'Not the same as',
  'customer.saidMayBeDouble': 'Perhaps the same as',
  'contact.created': 'Contact added',
  'contact.changed': 'Contact changed',
  'contact.removed': 'Contact removed',
  'invoice.created': 'Invoice entered',
  'invoice.changed': 'Invoice changed',
  'invoice.delay.granted': 'More time granted',
  'invoice.delay.grantedAgain': 'More time granted again',
  'invoice.delay.ended': 'Delay taken back',
  'invoice.delay.resumed': 'Delay restored',
  'dispute.dispute.reopened': 'Dispute reopened',
  'dispute.dispute.settled': 'Dispute closed, invoice paid',
  'paymentPlan.paymentPlan.agreed': 'Payment plan agreed',
  'paymentPlan.paymentPlan.ended': 'Payment plan ended',
  'paymentPlan.paymentPlan.resumed': 'Payment plan restored',
  'paymentPlan.paymentPlan.undone': 'Payment plan undone',
  'paymentPlan.paymentPlan.confirmed': 'Payment plan confirmed to the customer',
  'invoice.imported': 'Invoice imported',
  'invoice.stillOwed': 'Still owed, though missing from the export',
  'invoice.missing': 'Missing from the export',
  'open_item.paused': 'Due line paused',
  'open_item.resumed': 'Due line resumed',
}

/** What the post gave back: the number of a registered letter, or nothing. */
const postedFr = (number: string | null): string =>
  number === null ? 'Courrier posté' : `Lettre recommandée n° ${number} déposée`
const postedEn = (number: string | null): string =>
  number === null ? 'Letter posted' : `Registered letter no. ${number} handed in`
