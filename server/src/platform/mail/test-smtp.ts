import type { Language } from '@quittance/core/money/format-money.ts'
import { compose, type MailAddress } from './compose.ts'
import { explainNotConnected, explainOutcome } from './explain-outcome.ts'
import { type OpeningStep, openSmtp } from './open-smtp.ts'
import { sendOverSmtp } from './send-over-smtp.ts'
import type { SmtpSettings } from './smtp-settings.ts'

/** One thing tried with the settings, and a sentence on how it went. `done` is false where it failed; later ones are not tried. */
export interface SmtpTestStep {
  readonly step: 'connect' | 'encrypt' | 'signIn' | 'send'
  readonly done: boolean
  readonly words: string
}

export interface SmtpTest {
  readonly works: boolean
  readonly steps: readonly SmtpTestStep[]
}

export interface SmtpTestMessage {
  readonly sender: MailAddress
  /** Whoever tries the settings: the sender's own address, or that of the person at the screen. */
  readonly recipient: MailAddress
  readonly messageId: string
  readonly sentAt: Date
  readonly language: Language
}

/** Tries the settings for real: connects, encrypts, signs in, and sends a message to the recipient. */
export async function testSmtp(settings: SmtpSettings, message: SmtpTestMessage): Promise<SmtpTest> {
  const words = message.language === 'fr' ? french : english
  const passed = new Set<OpeningStep>()
  const session = await openSmtp(settings, (step) => passed.add(step))
  const steps = passedSteps(settings, passed, words)
  if (session.kind === 'notConnected') {
    const sentence = `${explainNotConnected(session.reason, message.language)} (${session.why})`
    return {
      works: false,
      steps: [...steps, { step: failedStep(session.reason, passed), done: false, words: sentence }],
    }
  }
  session.connection.quit()
  session.connection.close()
  if (!session.encrypted) steps.push({ step: 'encrypt', done: true, words: words.clear })

  const outcome = await sendOverSmtp(settings, envelopeOf(message), await composeTest(message, words))
  const works = outcome.kind === 'accepted' && outcome.refused.length === 0
  const sentence = works ? words.sent(message.recipient.address) : explainOutcome(outcome, message.language)
  return { works, steps: [...steps, { step: 'send', done: works, words: sentence }] }
}

function passedSteps(settings: SmtpSettings, passed: ReadonlySet<OpeningStep>, words: Words): SmtpTestStep[] {
  const steps: SmtpTestStep[] = []
  if (passed.has('connected')) {
    steps.push({ step: 'connect', done: true, words: words.connected(`${settings.host}:${settings.port}`) })
  }
  if (passed.has('encrypted')) steps.push({ step: 'encrypt', done: true, words: words.encrypted })
  if (passed.has('authenticated') && settings.login) {
    steps.push({ step: 'signIn', done: true, words: words.signedIn(settings.login.user) })
  }
  return steps
}

function failedStep(reason: string, passed: ReadonlySet<OpeningStep>): SmtpTestStep['step'] {
  if (['tls', 'tlsNotOffered', 'certificate', 'clearTextPassword'].includes(reason)) return 'encrypt'
  return passed.has('connected') ? 'signIn' : 'connect'
}

const envelopeOf = ({ sender, recipient }: SmtpTestMessage) => ({ from: sender.address, to: [recipient.address] })

const composeTest = ({ sender, recipient, messageId, sentAt, language }: SmtpTestMessage, words: Words) =>
  compose({
    from: sender,
    replyTo: null,
    to: [recipient],
    cc: [],
    subject: words.subject,
    text: words.body,
    html: `<!doctype html><html lang="${language}"><body><p>${words.body}</p></body></html>`,
    messageId,
    inReplyTo: null,
    references: [],
    sentAt,
    language,
    quittanceId: 'test',
    automatic: true,
    attachments: [],
  })

interface Words {
  readonly connected: (server: string) => string
  readonly encrypted: string
  readonly clear: string
  readonly signedIn: (user: string) => string
  readonly sent: (address: string) => string
  readonly subject: string
  readonly body: string
}

const french: Words = {
  connected: (server) => `Connecté à ${server}.`,
  encrypted: 'La ligne est chiffrée.',
  clear: 'La ligne n’est pas chiffrée : à réserver à un serveur de votre réseau.',
  signedIn: (user) => `Identifié comme ${user}.`,
  sent: (address) => `Message d’essai accepté pour ${address} : regardez s’il arrive, et dans quel dossier.`,
  subject: 'Quittance : message d’essai',
  body: 'Ce message vient de vos réglages d’envoi. S’il arrive dans votre boîte de réception, tout est prêt.',
}

const english: Words = {
  connected: (server) => `Connected to ${server}.`,
  encrypted: 'The line is encrypted.',
  clear: 'The line is not encrypted: keep this for a server of your own network.',
  signedIn: (user) => `Signed in as ${user}.`,
  sent: (address) => `Test message accepted for ${address}: see whether it arrives, and in which folder.`,
  subject: 'Quittance: test message',
  body: 'This message comes from your sending settings. If it lands in your inbox, everything is ready.',
}
