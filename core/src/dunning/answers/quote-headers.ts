/**
 * The line with which a mail program introduces what it quotes: « Le 12 nov. 2026 à 10:02, Anna a écrit : ». May be
 * broken over up to four lines, which are joined by spaces before they are asked.
 */
export const isIntroduction = (joined: string): boolean =>
  joined.length < 600 && introductions.some((pattern) => pattern.test(joined))

const introductions: readonly RegExp[] = [
  // The day first, then who wrote.
  /^(>|\s)*(On|At) .{5,400}(\bwrote|\bsaid|\bwrites) ?:?$/i,
  /^(>|\s)*(Le|En date du) .{4,400}\ba? ?[ée]crit ?:?$/i,
  /^(>|\s)*(Am|Den|Dne) .{4,400}(schrieb|skrev|napsal).{0,200}:?$/i,
  /^(>|\s)*(El|O) .{4,400}(escribi[óo]|escreveu) ?:?$/i,
  /^(>|\s)*(Il( giorno)?) .{4,400}ha scritto ?:?$/i,
  /^(>|\s)*(Em|No dia) .{4,400}escreveu ?:?$/i,
  /^(>|\s)*(Op|Dnia|W dniu|Den|D\.|Dana|ke|Pe) .{4,400}(schreef|het volgende geschreven|napisał\(?a?\)?|pisze|skrev|kirjoitti|scris|je napisao\/?l?a?)[^:]{0,200}:?$/i,
  /^.{4,400}(kirjoitti|пишет|написал[аи]?|пише|пишува|написано|написа)[^:]{0,100} ?:$/i,
  /^.{0,200}(\d{4}|\d{1,2}:\d{2}).{0,200}(wrote|writes|a écrit|schrieb|escribió|ha scritto|escreveu|schreef|skrev|napisał)(?!\p{L}).{0,60} ?:$/iu,
  /^.{0,200}(のメール|に書き込みました|wrote|寫道|写道)[::]?$/,
  // Who, then the day: the Gmail of before 2015, and Yahoo.
  /^(\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}).{0,120}<[^<>]{3,200}@[^<>]{3,200}>( ?:)?$/,
  /^.{1,120}<[^<>]{3,200}@[^<>]{3,200}> ?(wrote|a écrit|schrieb|escribió|ha scritto|escreveu|schreef|skrev)(?!\p{L})(.{0,80}:|)$/iu,
  /^(From|De|Von)\s*: ?\S.{0,200} (Sent|Envoyé|Gesendet)\s*:.{5,}/i,
]

/** A line that only parts what is new from what is quoted or sent on. */
export const isSeparator = (line: string): boolean => separators.some((pattern) => pattern.test(line.trim()))

const separators: readonly RegExp[] = [
  /^[-_=*–—]{2,}\s*(original (message|appointment)|message (d['’]origine|original|transféré|initial)|ursprüngliche (nachricht|mail)|urspr\. mitteilung|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|oprindelig meddelelse|(forwarded|original|reply) (message|mail).*|weitergeleitete nachricht|mensaje reenviado|reenviado|wiadomość oryginalna|исходное сообщение|reply to message|reply above this line|répondez au-dessus).{0,40}[-_=*–—]{0,}$/i,
  /^(-+|_+|\*+)?\s*(begin forwarded message|début du message (réexpédié|transféré)|anfang der weitergeleiteten (nachricht|e-mail)|inicio del mensaje reenviado)\s*:?\s*(-+)?$/i,
  /^(#+|\*+|-+|=+)\s*(please )?(reply|type your reply|write a reply|répondre|répondez|merci de répondre) (above|au-dessus).{0,60}$/i,
  /^[-_]{5,}\s*(reply|réponse) (above|au-dessus).*$/i,
  /^-{2,} (On|Le) .{4,300}(wrote|a écrit|écrit) ?:? ?-{2,}$/i,
  /^_{20,}$/,
]

const label = {
  from: /^[*_>\s]*(from|de|von|da|van|od|fra|от|från|expéditeur|lähettäjä|差出人)\s?\*?[::]\*?/i,
  sent: /^[*_>\s]*(sent|date|envoyé( le)?|gesendet|datum|fecha|enviado( el)?|inviato|data|verzonden|дата|отправлено|skickat|lähetetty|sendt|送信日時)\s?\*?[::]\*?/i,
  to: /^[*_>\s]*(to|à|a|an|para|aan|kому|кому|till|til|destinataires?|vastaanottaja|宛先|reply-to|cc)\s?\*?[::]\*?/i,
  subject:
    /^[*_>\s]*(subject|objet|sujet|betreff|asunto|oggetto|assunto|onderwerp|тема|ämne|emne|aihe|件名|temat)\s?\*?[::]\*?/i,
}

/** The head that Outlook and others put over what they quote, at least three of its four lines, from the given one on. */
export function isQuotedHead(lines: readonly string[], at: number): boolean {
  const first = lines[at] ?? ''
  if (!label.from.test(first) && !label.sent.test(first)) return false
  const kinds = new Set<string>()
  let blank = 0
  for (const line of lines.slice(at, at + 14)) {
    if (line.trim() === '') {
      blank += 1
      if (blank > 4) break
      continue
    }
    for (const [kind, pattern] of Object.entries(label)) if (pattern.test(line)) kinds.add(kind)
    if (kinds.size === 4) break
  }
  return kinds.has('from') && kinds.size >= 3
}
