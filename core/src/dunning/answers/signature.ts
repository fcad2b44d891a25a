const dashes = /^\s*(--|__|—|––?|-- )\s*$/
const mobile =
  /^\s*(sent from (my|outlook|yahoo|mail|a|the)\b|sent (via|with|using) |get outlook for|envoy[ée] (de|depuis) (mon|ma|yahoo|l['’]|outlook|my)|envoyé à partir d|obtenir outlook|télécharge[rz] outlook|von meinem .{1,40} gesendet|gesendet (von|mit)|enviado (desde|do|de) (mi|meu)|inviato da(l mio)?|verzonden (vanaf|met)|sendt fra min|skickat från|lähetetty|provenant d['’]un|(composé|rédigé) avec)/i
const closing =
  /^\s*((bien )?(cordialement|amicalement|sincèrement|respectueusement)( à (vous|toi))?|(bien|très|meilleures|sincères|avec mes|mes meilleures|recevez|veuillez|je vous prie)\b.{0,80}\b(à vous|cordialement|salutations|sentiments|considération)|cdlt|cdt|bàv|bonne (journée|fin de journée|soirée|réception)( à vous)?|(kind|best|warm|many)( kind)? ?(regards|wishes)|regards|best|sincerely( yours)?|yours (sincerely|faithfully|truly)|cheers|mit freundlichen grüßen|freundliche grüße|(viele|beste|schöne) grüße|mfg|saludos( cordiales)?|un saludo|cordiali saluti|distinti saluti|met vriendelijke groet(en)?)\s*[,.!]?\s*$/i

/**
 * Where the signature begins: two dashes, the line a telephone adds, or a closing formula near the end with no more than
 * a few short lines after it. The number of lines when there is none.
 */
export function signatureStart(lines: readonly string[]): number {
  const dashed = lines.findIndex((line, at) => dashes.test(line) && (at > 0 || lines.length < 12))
  const end = dashed === -1 ? lines.length : dashed
  const phone = lines.slice(0, end).findIndex((line) => mobile.test(line) && line.length < 120)
  const before = phone === -1 ? end : phone
  for (let at = Math.max(0, before - 20); at < before; at += 1) {
    if (closing.test(lines[at] ?? '') && looksLikeSignature(lines.slice(at + 1, before))) return at
  }
  return before
}

/** Names, telephones, addresses: short lines. A sentence is none. */
function looksLikeSignature(lines: readonly string[]): boolean {
  const full = lines.filter((line) => line.trim() !== '')
  return full.length <= 14 && full.every((line) => line.length <= 100 && !/[?]\s*$/.test(line))
}
