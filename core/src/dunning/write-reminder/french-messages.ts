import type { Tone } from '../scenario.ts'
import type { MessageTemplate } from './message-template.ts'

/** Where to pay, said once: in the customer space when there is one, else in the message itself. */
const whereToPay = `{% if portal.url %}{% if invoices.count > 1 %}Les factures{% else %}La facture{% endif %} et nos coordonnées bancaires sont ici : {{ portal.url }}{% else %}{% if invoices.attached %}{% if invoices.count > 1 %}Les factures sont jointes{% else %}La facture est jointe{% endif %} à ce message.{% else %}Si vous ne {% if invoices.count > 1 %}les{% else %}la{% endif %} retrouvez pas, nous vous {% if invoices.count > 1 %}les{% else %}la{% endif %} renverrons sur simple demande.{% endif %}{% endif %}`

/** Interest and indemnity, or the one of them that was not given up. */
const whatIsOwedBesides = `{% if lateInterest.claimed and recoveryFee.claimed %}exigibles, dès le lendemain de l’échéance, des pénalités de retard{% if lateInterest.rate %} ({{ lateInterest.rate }} par an){% endif %} et une indemnité de 40 € par facture{% elsif recoveryFee.claimed %}exigible, dès le lendemain de l’échéance, une indemnité de 40 € par facture{% else %}exigibles, dès le lendemain de l’échéance, des pénalités de retard{% if lateInterest.rate %} ({{ lateInterest.rate }} par an){% endif %}{% endif %}`

const bankDetails = '{% unless portal.url %}{{ bank.details }}{% endunless %}'

/** French texts of the house, by tone. */
export const frenchMessages: Readonly<Record<Tone, MessageTemplate>> = {
  courtesy: {
    subject:
      '{% if invoices.count > 1 %}{{ invoices.countWords | capitalize }} factures bientôt à échéance : {{ invoices.numbers }}{% else %}Facture {{ invoice.number }} : échéance le {{ invoice.dueDate }}{% endif %}',
    body: `{{ contact.greeting }}

{% if invoices.count > 1 %}Un simple mot avant l’échéance de {{ invoices.label }} :{% else %}Un simple mot avant l’échéance de la facture {{ invoice.number }} ({{ invoice.amountDue }}), prévue le {{ invoice.dueDate }}.{% endif %}

{% if invoices.count > 1 %}{{ invoices.table }}{% endif %}

Si le paiement est déjà prévu, vous n’avez rien à faire. Si {% if invoices.count > 1 %}les factures ne sont pas arrivées{% else %}la facture n’est pas arrivée{% endif %} au bon service, ou si un point reste à régler, dites-le-nous {{ reply.means }}.

${whereToPay}

${bankDetails}

Bonne journée,

{{ sender.signature }}`,
  },
  friendly: {
    subject:
      '{% if invoices.count > 1 %}{{ invoices.countWords | capitalize }} factures : petit rappel{% else %}Facture {{ invoice.number }} : petit rappel{% endif %}',
    body: `{{ contact.greeting }}

Sauf erreur de notre part, nous n’avons pas encore reçu le règlement de {% if invoices.count > 1 %}{{ invoices.label }} :{% else %}la facture {{ invoice.number }} ({{ invoice.amountDue }}), prévu pour le {{ invoice.dueDate }}.{% endif %}

{% if invoices.count > 1 %}{{ invoices.table }}{% endif %}

C’est sans doute un oubli. ${whereToPay}

${bankDetails}

Si {% if invoices.count > 1 %}elles ne sont pas arrivées{% else %}elle n’est pas arrivée{% endif %} au bon service, dites-nous à qui {% if invoices.count > 1 %}les adresser{% else %}l’adresser{% endif %}. Et si le paiement est en route, ne tenez pas compte de ce message.

Bonne journée,

{{ sender.signature }}`,
  },
  neutral: {
    subject:
      '{% if invoices.count > 1 %}{{ invoices.countWords | capitalize }} factures à régler : {{ invoices.numbers }}{% else %}Facture {{ invoice.number }} : quelle date de règlement ?{% endif %}',
    body: `{{ contact.greeting }}

{% if invoices.count > 1 %}Sauf erreur de notre part, {{ invoices.countWords }} factures restent à régler à ce jour :{% else %}La facture {{ invoice.number }}, à payer pour le {{ invoice.dueDate }}, présente toujours un reste de {{ invoice.amountDue }}.{% endif %}

{{ invoices.table }}

{% if promise.date %}Un règlement de {{ promise.amount }} nous avait été annoncé pour le {{ promise.date }} : nous ne l’avons pas reçu à ce jour.{% endif %}

Pouvez-vous nous donner la date prévue du paiement ? {% if portal.promiseUrl %}Cela prend un instant : {{ portal.promiseUrl }}{% else %}Il suffit de nous l’indiquer {{ reply.means }}.{% endif %}

Si un point bloque (montant, livraison, bon de commande), {% if portal.disputeUrl %}signalez-le ici, nous nous en occupons : {{ portal.disputeUrl }}{% else %}dites-le-nous aussi : nous nous en occupons.{% endif %}

Si le paiement est déjà parti, merci de ne pas tenir compte de ce message.

${bankDetails}

Cordialement,

{{ sender.signature }}`,
  },
  firm: {
    subject:
      '{% if invoices.count > 1 %}{{ invoices.countWords | capitalize }} factures{% else %}Facture {{ invoice.number }}{% endif %}, règlement attendu{% if deadline.date %} le {{ deadline.date }}{% endif %}',
    body: `{{ contact.greeting }}

{% if history.dates %}Malgré {% if history.count > 1 %}nos messages{% else %}notre message{% endif %} du {{ history.dates }}, nous{% else %}Nous{% endif %} n’avons pas reçu le règlement de {{ total.amountDue }}.

{{ invoices.table }}

Nous vous demandons de régler cette somme, ou de nous indiquer la date du virement{% if deadline.date %}, avant le {{ deadline.date }}{% endif %}{% if portal.url %} : {{ portal.url }}{% else %}, {{ reply.means }}.{% endif %}

${bankDetails}

{% if law.reference %}Rappel : {{ law.reference }} rend ${whatIsOwedBesides}.{% if lateInterest.amount %} À ce jour : {{ lateInterest.amount }} de pénalités{% if recoveryFee.claimed %}, {{ recoveryFee.amount }} d’indemnité{% endif %}.{% elsif recoveryFee.amount and recoveryFee.claimed %} À ce jour : {{ recoveryFee.amount }} d’indemnité.{% endif %}{% endif %}

{% if caller.name %}Sans réponse de votre part, {{ caller.name }} vous appellera.{% endif %}

Bien à vous,

{{ sender.signature }}`,
  },
  formalNotice: {
    subject: 'Mise en demeure de payer, {{ invoices.numbers }}',
    body: `Madame, Monsieur,

Par la présente, nous vous mettons en demeure de nous régler{% if deadline.days %}, dans les {{ deadline.days }} jours suivant la réception de ce courrier{% endif %}, la somme de {{ total.amountDue }}, correspondant à :

{{ invoices.table }}

{% if history.count > 1 %}Nos rappels du {{ history.dates }} n’ont pas permis d’aboutir.{% elsif history.dates %}Notre rappel du {{ history.dates }} n’a pas permis d’aboutir.{% endif %}

{% if lateInterest.amount %}S’y ajoutent, selon {{ law.reference }}, les pénalités de retard au taux annuel de {{ lateInterest.rate }}, soit {{ lateInterest.amount }} au {{ today }}{% if recoveryFee.claimed %}, et l’indemnité forfaitaire de recouvrement de 40 € par facture, soit {{ recoveryFee.amount }}{% endif %}.{% elsif recoveryFee.amount and recoveryFee.claimed %}S’y ajoute, selon {{ law.reference }}, l’indemnité forfaitaire de recouvrement de 40 € par facture, soit {{ recoveryFee.amount }}.{% endif %}

{{ bank.details }}

À défaut de règlement ou d’accord écrit{% if deadline.days %} dans ce délai{% endif %}, nous nous réservons la possibilité de saisir la juridiction compétente.

Si vous contestez tout ou partie de cette somme, merci de nous l’écrire en précisant vos motifs. Nous restons ouverts à un échéancier.

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

{{ sender.signature }}`,
  },
}
