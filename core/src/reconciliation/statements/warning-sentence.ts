import { setSpaces } from '../../imports/set-spaces.ts'
import { formatMoney, type Language } from '../../money/format-money.ts'
import { type Currency, money } from '../../money/money.ts'
import type { StatementWarning, StatementWarningCode } from './statement-file.ts'

type Sentence = Readonly<Record<Language, string>>

const leftOut = {
  fr: 'Cette ligne n’est pas entrée : entrez-la à la main, ou demandez à votre banque un relevé corrigé.',
  en: 'This line did not come in: enter it by hand, or ask your bank for a corrected statement.',
}

/** Without their place; `{value}` is what stood there. */
const sentences: Readonly<Record<StatementWarningCode, Sentence>> = {
  amountUnreadable: {
    fr: `montant « {value} » illisible. ${leftOut.fr}`,
    en: `amount “{value}” cannot be read. ${leftOut.en}`,
  },
  amountMissing: { fr: `montant absent. ${leftOut.fr}`, en: `no amount. ${leftOut.en}` },
  impossiblePrecision: {
    fr: `le montant « {value} » a plus de décimales que sa devise. ${leftOut.fr}`,
    en: `amount “{value}” has more decimals than its currency. ${leftOut.en}`,
  },
  amountTooLarge: {
    fr: `montant « {value} » trop grand. ${leftOut.fr}`,
    en: `amount “{value}” is too large. ${leftOut.en}`,
  },
  dateUnreadable: {
    fr: `la date « {value} » n’existe pas. ${leftOut.fr}`,
    en: `the date “{value}” does not exist. ${leftOut.en}`,
  },
  directionMissing: {
    fr: `rien ne dit si c’est un crédit ou un débit. ${leftOut.fr}`,
    en: `nothing says whether it is a credit or a debit. ${leftOut.en}`,
  },
  lineUnreadable: { fr: `« {value} » ne se lit pas. ${leftOut.fr}`, en: `“{value}” cannot be read. ${leftOut.en}` },
  zeroLine: {
    fr: 'mouvement de montant nul, laissé de côté : il ne paie rien.',
    en: 'a movement of zero, left out: it pays nothing.',
  },
  notBooked: {
    fr: 'mouvement annoncé et pas encore comptabilisé, laissé de côté : il viendra avec un prochain relevé.',
    en: 'a movement announced and not booked yet, left out: it will come with a later statement.',
  },
  valueDateUnreadable: {
    fr: 'la date de valeur « {value} » est illisible ; la ligne est entrée sans elle.',
    en: 'value date “{value}” cannot be read; the line came in without it.',
  },
  currencyAssumed: {
    fr: 'la devise n’est pas écrite, ou n’est pas de la norme ISO 4217 ; l’euro a été supposé. Vérifiez le compte.',
    en: 'the currency is not written, or not as ISO 4217 has it; euros were assumed. Check the account.',
  },
  otherCurrency: {
    fr: `mouvement en {value}, qui n’est pas la devise du compte. ${leftOut.fr}`,
    en: `a movement in {value}, which is not the currency of the account. ${leftOut.en}`,
  },
  accountMissing: {
    fr: 'le fichier ne dit pas de quel compte il est. Vérifiez que ses lignes sont dans le bon compte.',
    en: 'the file does not say which account it is of. Check that its lines are in the right account.',
  },
  accountDiffers: {
    fr: 'le compte « {value} » n’est pas celui du relevé ; la ligne est entrée avec le relevé. Vérifiez-la.',
    en: 'account “{value}” is not that of the statement; the line came in with the statement. Check it.',
  },
  balanceUnreadable: {
    fr: 'le solde « {value} » est illisible : la suite des soldes n’a pas pu être vérifiée.',
    en: 'balance “{value}” cannot be read: whether balances follow one another could not be checked.',
  },
  balancesDoNotJoin: {
    fr: 'les soldes et les lignes ne se joignent pas : il manque {value}. Demandez le relevé de nouveau à votre banque ; les lignes lues sont entrées.',
    en: 'balances and lines do not join: {value} is missing. Ask your bank for the statement again; the lines read came in.',
  },
  detailsDoNotAddUp: {
    fr: 'le détail de ce mouvement (référence {value}) ne fait pas son montant ; une seule ligne est entrée, du montant du mouvement.',
    en: 'the details of this movement (reference {value}) do not make its amount; one line came in, of the amount of the movement.',
  },
  negativeAmount: {
    fr: 'le montant « {value} » est négatif, ce que la norme n’admet pas ; son sens a été retourné. Vérifiez la ligne.',
    en: 'amount “{value}” is negative, which the standard does not allow; its direction was turned. Check the line.',
  },
  signsSettled: {
    fr: 'des signes étaient incertains ; les soldes les ont fixés.',
    en: 'some signs were uncertain; the balances settled them.',
  },
  unknownQualifier: {
    fr: 'le complément « {value} » n’est pas connu ; son texte est gardé tel quel.',
    en: 'complement “{value}” is not known; its text is kept as it is.',
  },
  recordTooLong: {
    fr: 'enregistrement plus long que 120 caractères ; la suite est laissée de côté.',
    en: 'a record longer than 120 characters; the rest is left out.',
  },
  repairedText: {
    fr: 'des caractères illisibles ont été réparés.',
    en: 'characters that could not be read were repaired.',
  },
  skippedFile: {
    fr: 'le fichier « {value} » n’est pas un relevé : il est laissé de côté.',
    en: 'file “{value}” is no statement: it is left out.',
  },
}

/** « Ligne 14 : la date « 300226 » n’existe pas. … » What was passed over or repaired, and the next move. */
export function statementWarningSentence({ code, line, value }: StatementWarning, language: Language): string {
  const said = sentences[code][language].replaceAll('{value}', value || '—')
  const placed = line === undefined ? said : `${language === 'fr' ? `Ligne ${line} : ` : `Line ${line}: `}${said}`
  return setSpaces(placed.charAt(0).toUpperCase() + placed.slice(1), language)
}

/** Of a statement whose balances do not join, by what is missing, signed. */
export function differenceSentence(missing: number, currency: Currency, language: Language): string {
  const value = formatMoney(money(missing, currency), language)
  return statementWarningSentence({ code: 'balancesDoNotJoin', value }, language)
}
