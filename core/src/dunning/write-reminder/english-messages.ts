import type { Tone } from '../scenario.ts'
import type { MessageTemplate } from './message-template.ts'

/** Where to pay, said once: in the customer space when there is one, else in the message itself. */
const whereToPay = `{% if portal.url %}The invoice{% if invoices.count > 1 %}s{% endif %} and our bank details are here: {{ portal.url }}{% else %}{% if invoices.attached %}The invoice{% if invoices.count > 1 %}s are{% else %} is{% endif %} attached to this message.{% else %}If you cannot find {% if invoices.count > 1 %}them{% else %}it{% endif %}, we will gladly send {% if invoices.count > 1 %}them{% else %}it{% endif %} again.{% endif %}{% endif %}`

/** Interest and fee, or the one of them that was not given up. */
const whatIsOwedBesides = `{% if lateInterest.claimed and recoveryFee.claimed %}late interest{% if lateInterest.rate %} ({{ lateInterest.rate }} a year){% endif %} and a fixed fee of €40 per invoice are{% elsif recoveryFee.claimed %}a fixed fee of €40 per invoice is{% else %}late interest{% if lateInterest.rate %} ({{ lateInterest.rate }} a year){% endif %} is{% endif %}`

const bankDetails = '{% unless portal.url %}{{ bank.details }}{% endunless %}'

/** English texts of the house, by tone. */
export const englishMessages: Readonly<Record<Tone, MessageTemplate>> = {
  courtesy: {
    subject:
      '{% if invoices.count > 1 %}{{ invoices.countWords | capitalize }} invoices falling due soon: {{ invoices.numbers }}{% else %}Invoice {{ invoice.number }}: due on {{ invoice.dueDate }}{% endif %}',
    body: `{{ contact.greeting }}

{% if invoices.count > 1 %}A short note before {{ invoices.label }} fall due:{% else %}A short note before invoice {{ invoice.number }} ({{ invoice.amountDue }}) falls due on {{ invoice.dueDate }}.{% endif %}

{% if invoices.count > 1 %}{{ invoices.table }}{% endif %}

If payment is already planned, there is nothing to do. If the invoice{% if invoices.count > 1 %}s{% endif %} did not reach the right person, or if something is holding it up, tell us {{ reply.means }}.

${whereToPay}

${bankDetails}

Best wishes,

{{ sender.signature }}`,
  },
  friendly: {
    subject:
      '{% if invoices.count > 1 %}{{ invoices.countWords | capitalize }} invoices: a quick reminder{% else %}Invoice {{ invoice.number }}: a quick reminder{% endif %}',
    body: `{{ contact.greeting }}

Unless we are mistaken, we have not yet received payment of {% if invoices.count > 1 %}{{ invoices.label }}:{% else %}invoice {{ invoice.number }} ({{ invoice.amountDue }}), due on {{ invoice.dueDate }}.{% endif %}

{% if invoices.count > 1 %}{{ invoices.table }}{% endif %}

It has probably slipped through. ${whereToPay}

${bankDetails}

If {% if invoices.count > 1 %}they{% else %}it{% endif %} did not reach the right person, please tell us where to send {% if invoices.count > 1 %}them{% else %}it{% endif %}. If payment is on its way, please disregard this message.

Best wishes,

{{ sender.signature }}`,
  },
  neutral: {
    subject:
      '{% if invoices.count > 1 %}{{ invoices.countWords | capitalize }} invoices to pay: {{ invoices.numbers }}{% else %}Invoice {{ invoice.number }}: when can we expect payment?{% endif %}',
    body: `{{ contact.greeting }}

{% if invoices.count > 1 %}Unless we are mistaken, {{ invoices.countWords }} invoices are still to be paid:{% else %}Invoice {{ invoice.number }}, due on {{ invoice.dueDate }}, still shows {{ invoice.amountDue }} left to pay.{% endif %}

{{ invoices.table }}

{% if promise.date %}A payment of {{ promise.amount }} was promised for {{ promise.date }}: we have not received it to date.{% endif %}

Could you let us know the planned payment date? {% if portal.promiseUrl %}It only takes a moment: {{ portal.promiseUrl }}{% else %}Just tell us {{ reply.means }}.{% endif %}

If something is holding it up (amount, delivery, purchase order), {% if portal.disputeUrl %}tell us here and we will look into it: {{ portal.disputeUrl }}{% else %}tell us as well and we will look into it.{% endif %}

If payment has already left, please disregard this message.

${bankDetails}

Kind regards,

{{ sender.signature }}`,
  },
  firm: {
    subject:
      '{% if invoices.count > 1 %}{{ invoices.countWords | capitalize }} invoices{% else %}Invoice {{ invoice.number }}{% endif %}, payment expected{% if deadline.date %} by {{ deadline.date }}{% endif %}',
    body: `{{ contact.greeting }}

{% if history.dates %}Despite our message{% if history.count > 1 %}s{% endif %} of {{ history.dates }}, we{% else %}We{% endif %} have not received {{ total.amountDue }}.

{{ invoices.table }}

Please pay this amount, or tell us the transfer date{% if deadline.date %}, before {{ deadline.date }}{% endif %}{% if portal.url %}: {{ portal.url }}{% else %}, {{ reply.means }}.{% endif %}

${bankDetails}

{% if law.reference %}Under {{ law.reference }}, ${whatIsOwedBesides} due from the day after the due date.{% if lateInterest.amount %} To date: {{ lateInterest.amount }} of late interest{% if recoveryFee.claimed %}, {{ recoveryFee.amount }} of fixed fees{% endif %}.{% elsif recoveryFee.amount and recoveryFee.claimed %} To date: {{ recoveryFee.amount }} of fixed fees.{% endif %}{% endif %}

{% if caller.name %}If we do not hear from you, {{ caller.name }} will call.{% endif %}

Regards,

{{ sender.signature }}`,
  },
  formalNotice: {
    subject: 'Formal notice to pay, {{ invoices.numbers }}',
    body: `Dear Sir or Madam,

We hereby give you formal notice to pay{% if deadline.days %}, within {{ deadline.days }} days of receiving this letter{% endif %}, the sum of {{ total.amountDue }} for:

{{ invoices.table }}

{% if history.count > 1 %}Our reminders of {{ history.dates }} have not led to payment.{% elsif history.dates %}Our reminder of {{ history.dates }} has not led to payment.{% endif %}

{% if lateInterest.amount %}Under {{ law.reference }}, this is increased by late interest at {{ lateInterest.rate }} a year, i.e. {{ lateInterest.amount }} as of {{ today }}{% if recoveryFee.claimed %}, and the fixed recovery fee of €40 per invoice, i.e. {{ recoveryFee.amount }}{% endif %}.{% elsif recoveryFee.amount and recoveryFee.claimed %}Under {{ law.reference }}, this is increased by the fixed recovery fee of €40 per invoice, i.e. {{ recoveryFee.amount }}.{% endif %}

{{ bank.details }}

Failing payment or a written agreement{% if deadline.days %} within this period{% endif %}, we reserve the right to bring the matter before the competent court.

If you dispute all or part of this sum, please write to us stating your reasons. We remain open to a payment plan.

Yours faithfully,

{{ sender.signature }}`,
  },
}
