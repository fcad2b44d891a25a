import { headerOf, type ParsedMessage } from './parsed-message.ts'
import { isEmptyPath } from './read-plain-bounce.ts'

export type AutomaticReply = 'autoReply' | 'outOfOffice'

/** A machine answered in a person's place, or acknowledged the message (RFC 3834 and the habits older than it). */
export function automaticReply(message: ParsedMessage): AutomaticReply | null {
  if (!isAutomatic(message)) return null
  const said = `${headerOf(message, 'subject')}\n${message.text.slice(0, 3000)}`
  const isAway = away.test(said) || headerOf(message, 'auto-submitted').toLowerCase().includes('vacation')
  return isAway || awaySubject.test(headerOf(message, 'subject')) ? 'outOfOffice' : 'autoReply'
}

function isAutomatic(message: ParsedMessage): boolean {
  const submitted = headerOf(message, 'auto-submitted')
    .toLowerCase()
    .replace(/[;( ].*/, '')
  if (submitted !== '' && submitted !== 'no') return true
  if (marks.some((name) => isYes(headerOf(message, name)))) return true
  if (/^(auto_?-?reply|auto)/i.test(headerOf(message, 'precedence'))) return true
  if (/^vacation\b|autorespond|auto-?reply/i.test(headerOf(message, 'x-mailer'))) return true
  const subject = headerOf(message, 'subject')
  if (automaticSubject.test(subject)) return true
  // « Absence » may be what a person writes about: only with a machine's other marks.
  const isSilent = isEmptyPath(message) || /^(bulk|junk)$/i.test(headerOf(message, 'precedence'))
  return isSilent && (awaySubject.test(subject) || away.test(message.text.slice(0, 3000)))
}

const marks = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-autoreply-from',
  'x-vacation',
  'x-mail-autoreply',
  'x-ms-exchange-inbox-rules-loop',
  'x-auto-response',
]
const isYes = (value: string): boolean => value !== '' && !/^(no|false|0)$/i.test(value.trim())

const automaticSubject =
  /^\s*(re ?: ?)?[[(]?(auto(matic(ally)?|matisch|mated|)?[- ]?(reply|response|replied|answer|antwort|svar|respuesta|risposta|reactie)|automatische (antwort|afwezigheids|reactie)|réponse automatique|reponse automatique|message (d'absence|automatique)|r[ée]ponse (en cas d'absence|d'absence)|(notification|avis) d'absence|accus[ée] (de )?r[ée]ception automatique|out[- ]of[- ](the[- ])?office|ooo\b|respuesta autom[áa]tica|risposta automatica|resposta autom[áa]tica|abwesenheits|auto ?: |autoreply|abwesend|automatisk svar|automaattinen|autosvar|自動(応答|返信)|автоответ)/i

const awaySubject =
  /absen(t|ce)|out of (the )?office|away|vacation|holiday|on leave|abwesen|urlaub|vacaciones|ausen(te|cia)|ferie|fuori ufficio|afwezig|congé|不在/i

const away =
  /(je (suis|serai)|nous sommes|est) (actuellement )?(absent|en (congé|vacances|arrêt|déplacement|formation)|de retour|indisponible)|absente?s? (du|jusqu|à partir|pour|ce|le|depuis)|de retour (le|à partir|au bureau|lundi|mardi|mercredi|jeudi|vendredi)|(bureaux|société|entreprise|établissement)[^.\n]{0,40}fermé|out of (the |my )?office|(i am|i'm|i will be|i'll be|currently) (away|on (vacation|leave|holiday|annual|maternity|parental|sick)|out|travell?ing|unavailable|not in the office)|away (from|until|on)|returning to (the office|work)|back in the office|on vacation|nicht im (büro|haus)|abwesend|im urlaub|außer haus|wieder (erreichbar|im büro|da)|fuera de la oficina|de vacaciones|estaré ausente|fuori sede|fuori ufficio|in ferie|afwezig|met vakantie|ausente|de férias/i
