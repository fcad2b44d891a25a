import type { Language } from '../money/format-money.ts'
import type { StatementProblemCode } from './reading-problem.ts'

/** What is wrong with a bank statement that is refused whole, and the next move. */
export const statementProblems: Readonly<Record<StatementProblemCode, Readonly<Record<Language, string>>>> = {
  noStatement: {
    fr: 'Ce fichier n’est pas un relevé de banque que Quittance sait lire. Demandez à votre banque un relevé CAMT.053, CFONB 120, MT940, OFX ou CSV, puis déposez-le ici.',
    en: 'This file is no bank statement that Quittance can read. Ask your bank for a statement as CAMT.053, CFONB 120, MT940, OFX or CSV, then drop it here.',
  },
  unknownRecord: {
    fr: 'L’enregistrement de la ligne {line} (« {value} ») n’existe pas dans un relevé CFONB 120 : rien n’a été lu. Téléchargez le relevé de nouveau auprès de votre banque.',
    en: 'The record on line {line} (“{value}”) does not exist in a CFONB 120 statement: nothing was read. Download the statement again from your bank.',
  },
  recordOutsideStatement: {
    fr: 'L’enregistrement {field} de la ligne {line} n’appartient à aucun relevé (il manque le solde initial, enregistrement 01) : rien n’a été lu. Téléchargez le relevé entier auprès de votre banque.',
    en: 'Record {field} on line {line} belongs to no statement (the opening balance, record 01, is missing): nothing was read. Download the whole statement from your bank.',
  },
  statementNotClosed: {
    fr: 'À la ligne {line}, le relevé commencé n’est pas terminé (il manque le solde final, enregistrement 07) : rien n’a été lu. Téléchargez le relevé entier auprès de votre banque.',
    en: 'On line {line} the statement that was begun is not finished (the closing balance, record 07, is missing): nothing was read. Download the whole statement from your bank.',
  },
  recordUnreadable: {
    fr: 'À la ligne {line}, le solde ou sa date (« {value} », {field}) est illisible : rien n’a été lu. Téléchargez le relevé de nouveau auprès de votre banque.',
    en: 'On line {line} the balance or its date (“{value}”, {field}) cannot be read: nothing was read. Download the statement again from your bank.',
  },
  signUncertain: {
    fr: 'À la ligne {line}, le sens du montant « {value} » est incertain, et les soldes ne le disent pas : rien n’a été lu. Demandez à votre banque le relevé sans conversion de caractères.',
    en: 'On line {line} it is uncertain whether “{value}” is a credit or a debit, and the balances do not tell: nothing was read. Ask your bank for the statement without conversion of characters.',
  },
  statementTooLarge: {
    fr: 'Ce relevé est trop volumineux (plus de {value} Mo, ou trop de mouvements) : il n’a pas été lu. Téléchargez-le mois par mois, puis déposez les fichiers l’un après l’autre.',
    en: 'This statement is too large (more than {value} MB, or too many movements): it was not read. Download it month by month, then drop the files one after the other.',
  },
  listNotClosed: {
    fr: 'La liste des mouvements commencée à la ligne {line} ne se termine pas : le fichier est coupé, rien n’a été lu. Téléchargez-le de nouveau auprès de votre banque.',
    en: 'The list of movements begun on line {line} does not end: the file is cut off, nothing was read. Download it again from your bank.',
  },
}
