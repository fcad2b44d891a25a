import type { Language } from '@quittance/core/money/format-money.ts'
import type { RefusalDetail } from './read-refusal.ts'
import type { NotConnectedReason, SendOutcome } from './smtp-outcome.ts'

/**
 * One sentence for a person: what happened, and the next move. The server's own words follow where they help. `isLast`: it was tried as
 * often as we try.
 */
export function explainOutcome(outcome: SendOutcome, language: Language, isLast = false): string {
  const words = language === 'fr' ? french : english
  const later = isLast ? words.givenUp : words.temporary
  switch (outcome.kind) {
    case 'accepted':
      return words.accepted
    case 'uncertain':
      return words.uncertain
    case 'temporary':
      return `${later} ${outcome.detail === 'connectionLost' ? words.lost : words.details[outcome.detail]}`
    case 'permanent':
      return `${words.permanent} ${words.details[outcome.detail]} ${words.said(outcome.reply)}`
    case 'notConnected':
      return `${outcome.transient ? later : words.permanent} ${explainNotConnected(outcome.reason, language)}`
  }
}

/** The sentence for a session that did not open. */
export const explainNotConnected = (reason: NotConnectedReason, language: Language): string =>
  (language === 'fr' ? french : english).reasons[reason]

/** Said of a message that waits because the one before it met a mail server in trouble. */
export const explainRest = (language: Language): string => (language === 'fr' ? french : english).rest

/** Said of a message whose words could not be made; `why` comes from the program. */
export const explainUnwritten = (why: string, language: Language): string =>
  (language === 'fr' ? french : english).unwritten(why)

interface Words {
  readonly rest: string
  readonly unwritten: (why: string) => string
  readonly accepted: string
  readonly uncertain: string
  readonly temporary: string
  readonly givenUp: string
  readonly permanent: string
  readonly lost: string
  readonly said: (reply: string) => string
  readonly details: Record<RefusalDetail, string>
  readonly reasons: Record<NotConnectedReason, string>
}

const french: Words = {
  rest: 'Le message n’est pas parti : le serveur d’envoi a refusé celui d’avant. Nous réessayons plus tard.',
  unwritten: (why) => `Le message n’est pas parti : il n’a pas pu être écrit (${why}). Relisez le modèle de son ton.`,
  accepted: 'Le message est parti : le serveur d’envoi l’a accepté.',
  uncertain:
    'Le message est peut-être parti : la ligne a été coupée avant la réponse du serveur. Vérifiez dans les messages envoyés, puis dites s’il est parti.',
  temporary: 'Le message n’est pas parti. Nous réessayons plus tard.',
  givenUp: 'Le message n’est pas parti, malgré plusieurs essais.',
  permanent: 'Le message n’est pas parti.',
  lost: 'La ligne avec le serveur d’envoi a été coupée.',
  said: (reply) => `Réponse du serveur : « ${reply} ».`,
  details: {
    noSuchMailbox: 'L’adresse du destinataire n’existe pas : corrigez-la ou choisissez un autre contact.',
    badDomain: 'Le domaine de l’adresse n’existe pas : corrigez l’adresse.',
    mailboxDisabled: 'La boîte du destinataire est fermée : choisissez un autre contact.',
    mailboxFull: 'La boîte du destinataire est pleine.',
    tooLarge: 'Le message est trop volumineux : envoyez-le sans pièce jointe.',
    slowDown: 'Le serveur demande d’attendre.',
    policy: 'Le serveur refuse nos messages : vérifiez l’adresse d’expédition et les réglages SPF, DKIM et DMARC.',
    content: 'Le serveur refuse le contenu du message : relisez le texte et les pièces jointes.',
    unspecified: 'Le serveur n’a pas dit pourquoi.',
  },
  reasons: {
    dns: 'Le nom du serveur d’envoi est introuvable : vérifiez-le dans les réglages.',
    unreachable: 'Le serveur d’envoi ne répond pas à cette adresse et à ce port : vérifiez-les dans les réglages.',
    timeout: 'Le serveur d’envoi ne répond pas.',
    tls: 'Le chiffrement n’a pas pu s’établir : vérifiez le port et le mode de sécurité.',
    tlsNotOffered:
      'Ce serveur ne propose pas STARTTLS sur ce port : essayez TLS et le port 465, ou demandez le bon port à votre fournisseur.',
    certificate:
      'Le certificat du serveur n’est pas reconnu : vérifiez le nom du serveur ; pour un serveur interne, faites reconnaître son autorité par la machine.',
    refused: 'Le serveur d’envoi a refusé la connexion.',
    closed: 'Le serveur d’envoi a fermé la ligne.',
    auth: 'Le serveur d’envoi a refusé l’identifiant ou le mot de passe : corrigez-les dans les réglages.',
    authNotOffered: 'Ce serveur n’accepte pas de mot de passe ici : essayez un autre port, ou videz l’identifiant.',
    clearTextPassword:
      'Ce serveur ne chiffre pas la ligne : le mot de passe n’a pas été envoyé. Choisissez un port chiffré (465 ou 587).',
  },
}

const english: Words = {
  rest: 'The message has not left: the mail server refused the one before. We will try again later.',
  unwritten: (why) => `The message has not left: it could not be written (${why}). Check the text of its tone.`,
  accepted: 'The message has left: the mail server accepted it.',
  uncertain:
    'The message may have left: the line was cut before the server answered. Look in the sent messages, then say whether it left.',
  temporary: 'The message has not left. We will try again later.',
  givenUp: 'The message has not left, however often we tried.',
  permanent: 'The message has not left.',
  lost: 'The line to the mail server was cut.',
  said: (reply) => `The server said: “${reply}”.`,
  details: {
    noSuchMailbox: 'The recipient’s address does not exist: correct it or choose another contact.',
    badDomain: 'The domain of the address does not exist: correct the address.',
    mailboxDisabled: 'The recipient’s mailbox is closed: choose another contact.',
    mailboxFull: 'The recipient’s mailbox is full.',
    tooLarge: 'The message is too large: send it without attachments.',
    slowDown: 'The server asks us to wait.',
    policy: 'The server refuses our messages: check the sender address and its SPF, DKIM and DMARC settings.',
    content: 'The server refuses the content of the message: check the text and the attachments.',
    unspecified: 'The server did not say why.',
  },
  reasons: {
    dns: 'The name of the mail server cannot be found: check it in the settings.',
    unreachable: 'The mail server does not answer at this address and port: check them in the settings.',
    timeout: 'The mail server does not answer.',
    tls: 'The line could not be encrypted: check the port and the security mode.',
    tlsNotOffered:
      'This server offers no STARTTLS on this port: try TLS and port 465, or ask your provider for the right port.',
    certificate:
      'The certificate of the server is not recognised: check the name of the server; for one of your own, have the machine trust its authority.',
    refused: 'The mail server refused the connection.',
    closed: 'The mail server closed the line.',
    auth: 'The mail server refused the user name or the password: correct them in the settings.',
    authNotOffered: 'This server takes no password here: try another port, or leave the user name empty.',
    clearTextPassword:
      'This server does not encrypt the line: the password was not sent. Choose an encrypted port (465 or 587).',
  },
}
