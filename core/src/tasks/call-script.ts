import type { Language } from '../money/format-money.ts'

/** How firmly one speaks. */
export type CallTone = 'courtesy' | 'friendly' | 'neutral' | 'firm' | 'formalNotice'

/** What a text of a call is for: a tone, or a payment that was announced and is not there. */
export type CallText = CallTone | 'paymentNotFound'

/** The tone of a call that no step asked for, by how late the oldest invoice is: kind in the first month, firm after two. */
export const toneByAge = (daysLate: number): CallTone =>
  daysLate <= 0 ? 'courtesy' : daysLate <= 30 ? 'friendly' : daysLate <= 60 ? 'neutral' : 'firm'

type Scripts = Readonly<Record<CallText, string>>

/** Greets, says what it is about (the word that was not kept, if any), asks for a day, and closes: a paragraph each. */
const script = (lines: {
  readonly greet: string
  readonly broken: string
  readonly about: string
  readonly ask: string
  readonly close: string
}): string =>
  [lines.greet, `{% if promise.date %}${lines.broken}{% else %}${lines.about}{% endif %}`, lines.ask, lines.close].join(
    '\n\n',
  )

const frenchFrame = {
  greet: '{{ contact.greeting }} {{ sender.name }}, {{ legalEntity.name }}. Avez-vous une minute\u00a0?',
  broken:
    'Un paiement nous avait été annoncé pour le {{ promise.date }}, et {{ total.amountDue }} restent à régler. Que s’est-il passé de votre côté\u00a0?',
  close: 'Je répète la date et le montant, je les note, et je vous remercie.',
}
const invoices = '{{ invoices.label }}{% if invoices.count > 1 %} ({{ invoices.numbers }}){% endif %}'

const french: Scripts = {
  courtesy: script({
    ...frenchFrame,
    about: `Je vous appelle au sujet de ${invoices}, {% if invoices.count > 1 %}qui arrivent{% else %}qui arrive{% endif %} bientôt à échéance. Avez-vous tout ce qu’il vous faut\u00a0?`,
    ask: 'Le règlement est-il prévu pour l’échéance\u00a0? Si la facture vous manque, je vous l’envoie tout de suite.',
  }),
  friendly: script({
    ...frenchFrame,
    about: `Je vous appelle au sujet de ${invoices}\u00a0: {{ total.amountDue }} restent à régler. L’avez-vous bien en main\u00a0?`,
    ask: 'Quel jour pouvons-nous attendre le virement\u00a0? Si la facture vous manque, je vous l’envoie tout de suite.',
  }),
  neutral: script({
    ...frenchFrame,
    about: `Il reste {{ total.amountDue }} à régler sur ${invoices}, avec {{ invoice.daysLate }} de retard{% if invoices.count > 1 %} pour la plus ancienne{% endif %}. Y a-t-il un point qui bloque de votre côté\u00a0?`,
    ask: 'Quel jour le virement partira-t-il, et pour quel montant\u00a0? Si quelque chose ne va pas, je l’écris et je m’en occupe.',
  }),
  firm: script({
    ...frenchFrame,
    about: `Malgré nos messages, {{ total.amountDue }} restent dus sur ${invoices}, {{ invoice.daysLate }} après l’échéance{% if invoices.count > 1 %} la plus ancienne{% endif %}. Qu’est-ce qui empêche le règlement\u00a0?`,
    ask: 'J’ai besoin d’une date, au plus tard le {{ deadline.date }}. Si tout n’est pas possible, quel montant partira ce jour-là, et le reste quand\u00a0?',
  }),
  formalNotice: script({
    ...frenchFrame,
    about:
      'Vous avez reçu notre mise en demeure\u00a0: {{ total.amountDue }} restent dus, {{ invoice.daysLate }} après l’échéance{% if invoices.count > 1 %} la plus ancienne{% endif %}. Je vous appelle avant toute autre suite.',
    ask: 'Sans règlement ni accord écrit pour le {{ deadline.date }}, le dossier sera transmis. Que pouvez-vous régler d’ici là\u00a0?',
  }),
  paymentNotFound: [
    frenchFrame.greet,
    'Vous nous aviez dit que c’était payé\u00a0: nous n’avons pas trouvé ces {{ total.amountDue }} à la banque. Pouvez-vous m’envoyer la preuve du virement\u00a0?',
    'Si le virement n’est pas parti, quel jour partira-t-il, et pour quel montant\u00a0?',
    frenchFrame.close,
  ].join('\n\n'),
}

const englishFrame = {
  greet: '{{ contact.greeting }} this is {{ sender.name }} from {{ legalEntity.name }}. Do you have a minute?',
  broken:
    'A payment had been announced for {{ promise.date }}, and {{ total.amountDue }} are still to be paid. What happened on your side?',
  close: 'I repeat the date and the amount, note them, and thank you.',
}
const english: Scripts = {
  courtesy: script({
    ...englishFrame,
    about: `I am calling about ${invoices}, due soon. Do you have all you need?`,
    ask: 'Is the payment planned for the due date? If you miss the invoice, I send it at once.',
  }),
  friendly: script({
    ...englishFrame,
    about: `I am calling about ${invoices}: {{ total.amountDue }} are still to be paid. Do you have it at hand?`,
    ask: 'On which day can we expect the transfer? If you miss the invoice, I send it at once.',
  }),
  neutral: script({
    ...englishFrame,
    about: `{{ total.amountDue }} are still to be paid on ${invoices}, {% if invoices.count > 1 %}the oldest being {% endif %}{{ invoice.daysLate }} late. Is anything holding it up on your side?`,
    ask: 'On which day will the transfer leave, and for how much? If something is wrong, I write it down and look into it.',
  }),
  firm: script({
    ...englishFrame,
    about: `Despite our messages, {{ total.amountDue }} are still owed on ${invoices}, {{ invoice.daysLate }} after {% if invoices.count > 1 %}the oldest{% else %}its{% endif %} due date. What prevents the payment?`,
    ask: 'I need a date, {{ deadline.date }} at the latest. If all of it is not possible, how much leaves on that day, and when the rest?',
  }),
  formalNotice: script({
    ...englishFrame,
    about:
      'You have received our formal notice: {{ total.amountDue }} are still owed, {{ invoice.daysLate }} after {% if invoices.count > 1 %}the oldest{% else %}its{% endif %} due date. I am calling before anything else is done.',
    ask: 'Without a payment or a written agreement by {{ deadline.date }}, the case is handed on. What can you pay until then?',
  }),
  paymentNotFound: [
    englishFrame.greet,
    'You told us it was paid: we have not found these {{ total.amountDue }} at the bank. Could you send me a proof of the transfer?',
    'If it has not left, on which day will it leave, and for how much?',
    englishFrame.close,
  ].join('\n\n'),
}

/** What the house says on the phone, in the templates of messages, until an organisation writes its own. */
export const callScripts: Readonly<Record<Language, Scripts>> = { fr: french, en: english }

/** « Dear Ms Gauthier, » is written, not said. */
export const saidAloud = (greeting: string): string => greeting.replace(/^(?:Dear|Hello)\b/, 'Good morning')
