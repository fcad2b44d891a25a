import type { Language } from '@quittance/core/money/format-money.ts'

/** The message that carries a copy of invoices, as a template; a person may rewrite it before it leaves. */
export const copyText: Readonly<Record<Language, { readonly subject: string; readonly body: string }>> = {
  fr: {
    subject:
      '{% if invoices.count > 1 %}Copie de vos factures {{ invoices.numbers }}{% else %}Copie de la facture {{ invoice.number }}{% endif %}',
    body: `{{ contact.greeting }}

Comme convenu, vous trouverez {% if invoices.count > 1 %}en pièces jointes la copie des factures {{ invoices.numbers }}{% else %}en pièce jointe la copie de la facture {{ invoice.number }}{% endif %}.

Si {% if invoices.count > 1 %}elles doivent{% else %}elle doit{% endif %} être {% if invoices.count > 1 %}adressées{% else %}adressée{% endif %} à un autre service, dites-le-nous en réponse à ce message.

Bien cordialement,

{{ sender.signature }}`,
  },
  en: {
    subject:
      '{% if invoices.count > 1 %}Copies of your invoices {{ invoices.numbers }}{% else %}Copy of invoice {{ invoice.number }}{% endif %}',
    body: `{{ contact.greeting }}

As agreed, please find attached {% if invoices.count > 1 %}copies of invoices {{ invoices.numbers }}{% else %}a copy of invoice {{ invoice.number }}{% endif %}.

If {% if invoices.count > 1 %}they{% else %}it{% endif %} should be sent to another department, just reply to this message.

Kind regards,

{{ sender.signature }}`,
  },
}
