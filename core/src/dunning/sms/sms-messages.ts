import type { Language } from '../../money/format-money.ts'
import type { Tone } from '../scenario.ts'

/** SMS of the house, by tone: one or two parts, no law, no amount of penalties; the letter says the rest. */
export const smsMessages: Readonly<Record<Language, Readonly<Record<Tone, string>>>> = {
  fr: {
    courtesy:
      '{{ legalEntity.name }} : {% if invoices.count > 1 %}vos {{ invoices.count }} factures arrivent{% else %}la facture {{ invoice.number }} arrive{% endif %} bientôt à échéance. Merci.',
    friendly:
      '{{ legalEntity.name }} : sauf erreur, {{ invoices.label }} ({{ total.amountDue }}) reste{% if invoices.count > 1 %}nt{% endif %} à régler. Paiement en route ? Ne tenez pas compte de ce message.',
    neutral:
      '{{ legalEntity.name }} : {{ total.amountDue }} restent à régler pour {{ invoices.label }}. Quelle est la date prévue du virement ?{% if legalEntity.phone %} Tél. {{ legalEntity.phone }}{% endif %}',
    firm: '{{ legalEntity.name }} : nous attendons le règlement de {{ total.amountDue }} pour {{ invoices.label }}. Rappelez-nous{% if legalEntity.phone %} au {{ legalEntity.phone }}{% endif %}.',
    formalNotice:
      '{{ legalEntity.name }} : {{ total.amountDue }} restent dus pour {{ invoices.label }}. Merci de nous rappeler sans attendre{% if legalEntity.phone %} au {{ legalEntity.phone }}{% endif %}.',
  },
  en: {
    courtesy:
      '{{ legalEntity.name }}: {% if invoices.count > 1 %}your {{ invoices.count }} invoices fall{% else %}invoice {{ invoice.number }} falls{% endif %} due soon. Thank you.',
    friendly:
      '{{ legalEntity.name }}: unless we are mistaken, {{ invoices.label }} ({{ total.amountDue }}) {% if invoices.count > 1 %}are{% else %}is{% endif %} still to be paid. Payment on its way? Please disregard this.',
    neutral:
      '{{ legalEntity.name }}: {{ total.amountDue }} is left to pay for {{ invoices.label }}. When is the transfer planned?{% if legalEntity.phone %} Tel. {{ legalEntity.phone }}{% endif %}',
    firm: '{{ legalEntity.name }}: we are waiting for {{ total.amountDue }} for {{ invoices.label }}. Please call us{% if legalEntity.phone %} on {{ legalEntity.phone }}{% endif %}.',
    formalNotice:
      '{{ legalEntity.name }}: {{ total.amountDue }} is still owed for {{ invoices.label }}. Please call us without delay{% if legalEntity.phone %} on {{ legalEntity.phone }}{% endif %}.',
  },
}
