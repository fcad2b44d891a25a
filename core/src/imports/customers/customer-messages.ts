import type { Language } from '../../money/format-money.ts'
import type { CustomerRefusalCode, CustomerWarningCode } from '../refusals.ts'

/** Of lists of customers; `messages.ts` has the others. */
export const customerRefusals: Readonly<
  Record<CustomerRefusalCode, Readonly<Record<Language, { what: string; todo: string }>>>
> = {
  unreadableDays: {
    fr: { what: 'Nombre de jours illisible : « {value} »', todo: 'Saisissez un nombre entier de 0 à 365.' },
    en: { what: 'Unreadable number of days: “{value}”', todo: 'Type a whole number from 0 to 365.' },
  },
  unreadableRate: {
    fr: { what: 'Taux d’escompte illisible : « {value} »', todo: 'Saisissez un pourcentage, par exemple 2 ou 1,5.' },
    en: { what: 'Unreadable discount rate: “{value}”', todo: 'Type a percentage, for example 2 or 1.5.' },
  },
  customerTwice: {
    fr: {
      what: 'Le client « {value} » est déjà à la ligne {other}, avec d’autres informations',
      todo: 'Gardez la bonne des deux lignes, ou corrigez le code.',
    },
    en: {
      what: 'The customer “{value}” is on line {other} already, with other facts',
      todo: 'Keep the right one of the two lines, or correct the code.',
    },
  },
  parentInRing: {
    fr: {
      what: 'La maison mère « {value} » dépend elle-même de ce client',
      todo: 'Corrigez le code de la maison mère, ou laissez-le vide.',
    },
    en: {
      what: 'The parent “{value}” itself belongs to this customer',
      todo: 'Correct the code of the parent, or leave it empty.',
    },
  },
}

export const customerWarnings: Readonly<Record<CustomerWarningCode, Readonly<Record<Language, string>>>> = {
  ibanLeftOut: {
    fr: '« {value} » n’est pas un IBAN : le client entre sans lui.',
    en: '“{value}” is not an IBAN: the customer goes in without it.',
  },
  ibanDoubtful: {
    fr: 'La clé de l’IBAN {value} est fausse : il est gardé tel quel, vérifiez-le.',
    en: 'The check digits of the IBAN {value} are wrong: it is kept as it is, check it.',
  },
  termsLeftOut: {
    fr: 'Des conditions de règlement qui ne se lisent pas (« {value} ») : le client entre sans elles.',
    en: 'Payment terms that do not read (“{value}”): the customer goes in without them.',
  },
  categoryLeftOut: {
    fr: '« {value} » n’est ni une entreprise, ni un organisme public, ni un particulier : la catégorie reste ce qu’elle est.',
    en: '“{value}” is no company, public body or individual: the category stays what it is.',
  },
}
