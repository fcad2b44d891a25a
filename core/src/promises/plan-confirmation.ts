import type { CalendarDate } from '../calendar/calendar-date.ts'
import { formatDate } from '../calendar/format-date.ts'
import { formatMoney, type Language } from '../money/format-money.ts'
import { add, type Money } from '../money/money.ts'

/** What a letter or an e-mail that confirms a payment plan says; at least one invoice and one instalment. */
export interface ConfirmationFacts {
  readonly language: Language
  /** « Madame Gauthier »; null: nobody is known. */
  readonly addressee: string | null
  readonly agreedOn: CalendarDate
  readonly invoices: readonly { readonly number: string; readonly dueDate: CalendarDate; readonly amountDue: Money }[]
  readonly instalments: readonly { readonly dueOn: CalendarDate; readonly amount: Money }[]
  /** Where to pay, a firm each that invoiced; grouped in fours. None where no firm gave one. */
  readonly accounts: readonly { readonly firm: string; readonly iban: string }[]
  /** Several lines. */
  readonly signature: string
}

export interface Confirmation {
  readonly subject: string
  readonly body: string
}

/**
 * The text that confirms a payment plan, for a person to read, change and send. It keeps the legal due dates and gives up
 * nothing: what holds is said, what follows a missed date too.
 */
export function confirmPlan(facts: ConfirmationFacts): Confirmation {
  return words[facts.language](facts, facts.instalments.map(({ amount }) => amount).reduce(add))
}

const nb = '\u00a0'

const linesOf = ({ invoices, instalments, language }: ConfirmationFacts, due: string) => ({
  invoices: invoices.map(
    ({ number, dueDate, amountDue }) =>
      `- ${number}, ${due} ${formatDate(dueDate, language)}${language === 'fr' ? nb : ''}: ${formatMoney(amountDue, language)}`,
  ),
  instalments: instalments.map(
    ({ dueOn, amount }) =>
      `- ${formatDate(dueOn, language)}${language === 'fr' ? nb : ''}: ${formatMoney(amount, language)}`,
  ),
})

/** One account in the sentence; several in a list, each with its firm: what one is owed is not paid to another. */
function accountsOf({ accounts }: ConfirmationFacts, words: string, colon: string): string | null {
  const [first] = accounts
  if (!first) return null
  if (accounts.length === 1) return `${words} ${first.iban}`
  return [words, ...accounts.map(({ firm, iban }) => `- ${firm}${colon}${iban}`)].join('\n')
}

const paragraphs = (...all: readonly (string | null)[]): string => all.filter((one) => one !== null).join('\n\n')

const words: Readonly<Record<Language, (facts: ConfirmationFacts, total: Money) => Confirmation>> = {
  fr: (facts, total) => {
    const { invoices, instalments } = linesOf(facts, 'échéance du')
    const sum = formatMoney(total, 'fr')
    return {
      subject: `Votre échéancier de ${sum}`,
      body: paragraphs(
        `${facts.addressee ?? 'Madame, Monsieur'},`,
        `Nous vous confirmons l’échéancier convenu le ${formatDate(facts.agreedOn, 'fr')} pour ${sum}${nb}:`,
        instalments.join('\n'),
        facts.invoices.length > 1
          ? `Il porte sur les factures suivantes${nb}:`
          : `Il porte sur la facture suivante${nb}:`,
        invoices.join('\n'),
        accountsOf(facts, `Nos coordonnées bancaires (IBAN)${nb}:`, `${nb}: `),
        'Tant que chaque date est tenue, nous ne vous relancerons pas pour ces factures. Si une date n’était pas réglée, l’échéancier prendrait fin et le reste serait dû. Les échéances d’origine des factures ne changent pas.',
        'Si un point ne vous convient pas, répondez-nous.',
        'Cordialement,',
        facts.signature,
      ),
    }
  },
  en: (facts, total) => {
    const { invoices, instalments } = linesOf(facts, 'due on')
    const sum = formatMoney(total, 'en')
    return {
      subject: `Your payment plan of ${sum}`,
      body: paragraphs(
        `${facts.addressee === null ? 'Dear Sir or Madam' : `Dear ${facts.addressee}`},`,
        `We confirm the payment plan agreed on ${formatDate(facts.agreedOn, 'en')} for ${sum}:`,
        instalments.join('\n'),
        `It covers the following ${facts.invoices.length > 1 ? 'invoices' : 'invoice'}:`,
        invoices.join('\n'),
        accountsOf(facts, 'Our bank details (IBAN):', ': '),
        'As long as each date is kept, we will send no reminder of these invoices. If a date were not paid, the plan would end and the rest would be due. The original due dates of the invoices do not change.',
        'If something is not right, please answer this message.',
        'Kind regards,',
        facts.signature,
      ),
    }
  },
}
