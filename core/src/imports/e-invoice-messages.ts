import type { Language } from '../money/format-money.ts'
import type { EInvoiceRefusalCode, EInvoiceWarningCode } from './refusals.ts'

/** Of electronic invoices; `messages.ts` has the others. */
export const eInvoiceRefusals: Readonly<
  Record<EInvoiceRefusalCode, Readonly<Record<Language, { what: string; todo: string }>>>
> = {
  unreadableFile: {
    fr: { what: '{value} : {other}', todo: 'Les autres fichiers entrent sans lui.' },
    en: { what: '{value}: {other}', todo: 'The other files go in without it.' },
  },
  missingPayable: {
    fr: {
      what: 'Le fichier ne dit pas ce qui reste à payer (BT-115 ; TTC {value})',
      todo: 'Saisissez ce qui reste à payer.',
    },
    en: {
      what: 'The file does not say what is left to pay (BT-115; total {value})',
      todo: 'Type what is left to pay.',
    },
  },
  otherSeller: {
    fr: {
      what: 'Émise par {value}, pas par {other}',
      todo: 'Laissez-la de côté ; ou, si c’est bien votre facture, saisissez {other}.',
    },
    en: {
      what: 'Issued by {value}, not by {other}',
      todo: 'Leave it out; or, if the invoice is yours, type {other}.',
    },
  },
  sisterSeller: {
    fr: {
      what: 'Émise par {value}, une autre de vos sociétés',
      todo: 'Choisissez cette société pour le fichier ; ou, si la facture est de {other}, saisissez ce nom.',
    },
    en: {
      what: 'Issued by {value}, another of your firms',
      todo: 'Choose that firm for the file; or, if the invoice is of {other}, type this name.',
    },
  },
  boughtByUs: {
    fr: {
      what: 'Facture d’achat : {value} vous l’a adressée',
      todo: 'Laissez-la de côté ; ou, si c’est bien {other} qui facture, saisissez ce nom.',
    },
    en: {
      what: 'A purchase: {value} sent it to you',
      todo: 'Leave it out; or, if it is {other} who invoices, type this name.',
    },
  },
  namesakesDisagree: {
    fr: {
      what: 'Plusieurs factures différentes sous ce numéro. {other}',
      todo: 'Gardez la bonne ; ou, si ce sont deux factures, saisissez le numéro de l’une.',
    },
    en: {
      what: 'Several different invoices under this number. {other}',
      todo: 'Keep the right one; or, if they are two invoices, type the number of one.',
    },
  },
  knownOtherwise: {
    fr: {
      what: 'Une autre facture porte déjà ce numéro. {other}',
      todo: 'Gardez l’une des deux ; ou, si ce sont deux factures, saisissez le numéro de celle-ci.',
    },
    en: {
      what: 'Another invoice has this number already. {other}',
      todo: 'Keep one of the two; or, if they are two invoices, type the number of this one.',
    },
  },
}

export const eInvoiceWarnings: Readonly<Record<EInvoiceWarningCode, Readonly<Record<Language, string>>>> = {
  payableDisagrees: {
    fr: 'Le reste à payer écrit n’est pas celui que donnent les autres montants ({value}) : ce qui est écrit l’emporte.',
    en: 'What is left to pay is not what the other amounts give ({value}): what is written prevails.',
  },
  totalDisagrees: {
    fr: 'Le total TTC n’est pas le hors taxes plus la TVA ({value}). Vérifiez cette facture.',
    en: 'The total is not the amount without tax plus the tax ({value}). Check this invoice.',
  },
  overpaid: {
    fr: 'Payée de {value} en trop : rien à encaisser, le trop-perçu se saisit comme une avance.',
    en: 'Paid {value} too much: nothing to collect, the surplus is entered as money received in advance.',
  },
  saidPaid: {
    fr: 'Cadre {value}, déjà payée, mais il reste un montant à payer : le montant l’emporte.',
    en: 'Process {value}, already paid, but an amount is left to pay: the amount prevails.',
  },
  minimumProfile: {
    fr: 'Profil MINIMUM : ni échéance ni acompte dans le fichier. Vérifiez ce qui reste à payer.',
    en: 'MINIMUM profile: neither due date nor deposit in the file. Check what is left to pay.',
  },
  instalmentsUnclear: {
    fr: 'Plusieurs échéances, sans montants qui donnent le reste à payer ({value}) : le tout est dû à la dernière.',
    en: 'Several due dates, without amounts that give what is left to pay ({value}): all is due on the last.',
  },
  termsNotRead: {
    fr: 'Pas d’échéance, et des conditions qui ne se lisent pas (« {value} ») : celles du client la donnent.',
    en: 'No due date, and terms that do not read (“{value}”): those of the customer give it.',
  },
  commaRead: {
    fr: 'Montant écrit avec une virgule ({value}), lu quand même.',
    en: 'Amount written with a comma ({value}), read all the same.',
  },
  dayRead: {
    fr: 'Date écrite autrement que la norme ({value}), lue quand même.',
    en: 'Date written otherwise than the standard ({value}), read all the same.',
  },
  figureNotRead: {
    fr: 'Un montant ne se lit pas (« {value} ») ; ce qui reste à payer se lit.',
    en: 'An amount does not read (“{value}”); what is left to pay does.',
  },
  factored: {
    fr: 'Cédée à un affactureur{value} : c’est à lui qu’elle est due, elle n’est pas relancée tant que vous ne le décidez pas.',
    en: 'Sold to a factor{value}: it is owed to them, it is not chased until you decide so.',
  },
  takesPlace: {
    fr: 'Remplace la facture {value}, qui n’est plus due.',
    en: 'Takes the place of invoice {value}, which is no longer due.',
  },
  takesPlaceOfSettled: {
    fr: 'Remplace la facture {value}, qui a déjà des règlements : elle reste telle quelle, soldez-la vous-même.',
    en: 'Takes the place of invoice {value}, which has payments: that one stays as it is, settle it yourself.',
  },
  takesPlaceOfUnknown: {
    fr: 'Remplace la facture {value}, inconnue jusqu’ici : elle ne sera pas due si elle arrive.',
    en: 'Takes the place of invoice {value}, not known so far: it will not be due if it arrives.',
  },
  wasReplaced: {
    fr: 'Remplacée par la facture {value} : elle n’est plus due.',
    en: 'Replaced by invoice {value}: it is no longer due.',
  },
  sellerUnproven: {
    fr: 'Émise par {value} : votre société n’a ni SIREN ni numéro de TVA dans Réglages, rien ne le prouve.',
    en: 'Issued by {value}: your firm has neither SIREN nor VAT number in Settings, nothing proves it.',
  },
  otherIban: {
    fr: 'IBAN de la facture ({value}) différent du vôtre : les relances donnent le vôtre.',
    en: 'IBAN of the invoice ({value}) other than yours: reminders give yours.',
  },
  sameInvoice: {
    fr: 'Dit la même chose que {value} : une seule facture.',
    en: 'Says the same as {value}: one invoice.',
  },
  setAside: {
    fr: 'Laissée de côté : {value} est gardée.',
    en: 'Left out: {value} is kept.',
  },
  saidBefore: {
    fr: 'Fichier déjà importé, la facture {value} a changé depuis : il n’y change rien.',
    en: 'File imported before, invoice {value} has changed since: it changes nothing.',
  },
}
