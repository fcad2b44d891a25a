import type { Language } from '@quittance/core/money/format-money.ts'
import type { ImapProblem } from '../../platform/mail/imap/imap-settings.ts'

/** What kept a mailbox from being read and what to do, with the server's own words. */
export const explainImap = ({ failure, reply }: ImapProblem, language: Language): string => {
  const said = reply === '' ? '' : ` (${reply})`
  const [fr, en] = sentences[failure] ?? sentences.broken
  return `${language === 'fr' ? fr : en}${said}`
}

const sentences: Readonly<Record<ImapProblem['failure'], readonly [string, string]>> = {
  notConnected: [
    'Le serveur de la boîte ne répond pas : vérifiez son nom, son port et le chiffrement.',
    'The mailbox server does not answer: check its name, its port and the encryption.',
  ],
  certificate: [
    'Le certificat du serveur n’est pas reconnu : rien n’a été envoyé. Vérifiez le nom du serveur.',
    'The certificate of the server is not trusted: nothing was sent. Check the name of the server.',
  ],
  refused: [
    'Le serveur refuse l’identifiant ou le mot de passe. Certains fournisseurs demandent un mot de passe d’application.',
    'The server refuses the user name or the password. Some providers ask for an application password.',
  ],
  clearTextPassword: [
    'Sans chiffrement, le mot de passe passerait en clair : choisissez TLS ou STARTTLS.',
    'Without encryption the password would travel in clear: choose TLS or STARTTLS.',
  ],
  noFolder: [
    'Ce dossier n’existe pas dans la boîte : vérifiez son nom.',
    'There is no such folder in the mailbox: check its name.',
  ],
  broken: [
    'La lecture de la boîte s’est interrompue. Rien n’est perdu : elle reprendra où elle en était.',
    'Reading the mailbox broke off. Nothing is lost: it will go on where it was.',
  ],
}
