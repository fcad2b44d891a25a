import { addressesIn, type ParsedMessage } from './parsed-message.ts'
import { readFieldGroups } from './read-fields.ts'

/** What is said before the message that came back, which names people too. */
export function wordsOf(message: ParsedMessage): string {
  const text = message.text.replaceAll('\r\n', '\n')
  const cut = begins.exec(text)
  return cut && cut.index > 0 ? text.slice(0, cut.index) : text.slice(0, 8000)
}

const begins =
  /^(received|return-path):|^[ \t>]*(-{2,}|\*{2,}|={2,}|_{2,})?[ \t-]*(this is a copy of|below this line is|(a )?copy of (the|your) (original )?message|original (message|mail|header|text) (follows|is|as follows)?[ \t:.-]*$|the (first|following) (\d+ lines|is a copy)|message (text|headers?) follow|(beginning|start) of (the )?(original|returned)|returned (message|mail) follows|unsent message|undelivered message follows|included is a copy|[a-z ]{0,40}headers? follow|the header of the original|en-têtes? (du|de) message|-{3,} ?message header|ursprüngliche)/im

/** Those that stand where a failed recipient stands: alone on a line, in brackets, or beside words of failure. */
export function failedIn(message: ParsedMessage, told: string): string[] {
  const known = new Set(reportersOf(message))
  const lines = told.split('\n')
  const candidates = lines.flatMap((line) => addressesOfLine(line).map((address) => ({ address, line })))
  const some = candidates.filter(({ address }) => !machine.test(address))
  const strangers = some.filter(({ address }) => !known.has(address.toLowerCase()))
  // We may have written to ourselves.
  const others = strangers.length > 0 ? strangers : some.filter(({ address, line }) => standsAlone(line, address))
  const strong = others.filter(({ address, line }) => standsAlone(line, address) || failure.test(line))
  const chosen = once((strong.length > 0 ? strong : others).map(({ address }) => address))
  return chosen.length > 0 ? chosen : recipientsOfReturned(message)
}

function addressesOfLine(line: string): string[] {
  if (noAddress.test(line)) return []
  return addressesIn(line.replaceAll(/mailto:/gi, ' ').replaceAll(/=3D/g, '='))
}

const noAddress =
  /message-?id|https?:\/\/[^ ]*@|^\s*(to|cc|from|mail from|envelope-from|sender|reply-to|reporting[\w-]*|return-path|x-[\w-]+|received|subject|references)\s*:|please (contact|send mail|reply)/i
const machine = /^(mailer-daemon|postmaster|abuse|support|help|helpdesk|hostmaster|webmaster|noreply|no-reply)@/i
const failure =
  /unknown|fail|reject|refus|not (found|exist|known)|undeliver|invalid|denied|error|5\d\d|full|quota|no such|unable|recipient|rcpt|inconnu|disabled/i

function standsAlone(line: string, address: string): boolean {
  const rest = line.replace(address, '').replaceAll(/[<>()[\]:;,."'*\s-]|mailto|smtp|rfc822|to\b/gi, '')
  return (
    rest.length <= 2 ||
    new RegExp(`^[\\s>*-]*(to:?|<|\\[|"|\\(|smtp:|mailto:)?\\s*<?${literally(address)}`, 'i').test(line)
  )
}

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

// Not X-Original-To: some programs put there whom they could not reach.
const ours = ['from', 'sender', 'to', 'reply-to', 'errors-to', 'envelope-to', 'cc']

function reportersOf({ headers }: ParsedMessage): string[] {
  const some = headers.filter(({ name }) => ours.includes(name))
  return some.flatMap(({ value }) => addressesIn(value).map((one) => one.toLowerCase()))
}

/** Nothing said names them: those the message that came back was for. */
function recipientsOfReturned(message: ParsedMessage): string[] {
  return once(
    message.returned.flatMap((head) => {
      const [fields] = readFieldGroups(head)
      return addressesIn(fields?.get('x-original-to') ?? fields?.get('to') ?? '')
    }),
  )
}

function once(addresses: readonly string[]): string[] {
  return [...new Map(addresses.map((one) => [one.toLowerCase(), one])).values()]
}
