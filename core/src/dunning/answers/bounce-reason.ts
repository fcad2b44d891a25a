/** Why a message did not arrive, as far as one can tell. */
export type BounceReason =
  | 'unknownUser'
  | 'unknownHost'
  | 'moved'
  | 'refusesMail'
  | 'disabled'
  | 'filtered'
  | 'mailboxFull'
  | 'tooLarge'
  | 'expired'
  | 'policy'
  | 'content'
  | 'network'
  | 'server'
  | 'unclear'

/** Nobody will ever read mail there: what a second try cannot change. */
const hard: ReadonlySet<BounceReason> = new Set(['unknownUser', 'unknownHost', 'moved', 'refusesMail'])

/** No second try helps: nobody will ever read mail there. */
export const isHardReason = (reason: BounceReason): boolean => hard.has(reason)

interface Told {
  /** Enhanced status d.d.d of RFC 3463, or empty. */
  readonly status: string
  /** Reply code of SMTP, or empty. */
  readonly replyCode: string
  /** What the server said, and what stands around it. */
  readonly text: string
}

/**
 * Words first: many servers say 5.1.1 for a full mailbox and 5.7.1 for a user they do not know. Then the status, then
 * the reply code.
 */
export function bounceReason(told: Told): BounceReason {
  if ((told.replyCode === '521' && !told.status.startsWith('5.7')) || told.replyCode === '556') return 'refusesMail'
  if (/\.1\.[78]$/.test(told.status)) return 'policy'
  const text = told.text.toLowerCase().replaceAll(/\s+/g, ' ').slice(0, 20_000)
  for (const [reason, pattern] of words) {
    if (pattern.test(text)) return reason === 'unknownUser' && afterData.test(text) ? 'filtered' : reason
  }
  const byWords = weakWords.find(([, pattern]) => pattern.test(text))?.[0]
  return byStatus(told.status) ?? byWords ?? byReplyCode(told.replyCode)
}

// A server that took the recipient and refuses him with the content filters: it knows him.
const afterData = /in reply to end of data|did not like our final data/

// The order is part of the rule: a refusal for spam often repeats the address with « user », « account », « mailbox ».
const words: readonly (readonly [BounceReason, RegExp])[] = [
  [
    'mailboxFull',
    /(mail ?box|inbox|account|quota|storage|user'?s? disk)[^.]{0,40}\b(is |are )?(full|exceeded|exceeds|over ?quota)|over ?quota|quota (is )?(full|exceeded|violation)|exceed(ed|s)?[^.]{0,30}\b(quota|storage|mailbox size)|insufficient (disk|storage|system) |not enough (disk|storage) space|out of storage|full mailbox|bo[iî]te (aux lettres |de réception )?(est )?pleine|postfach (ist )?voll|mailbox has exceeded|has exceeded (its|their|the) (disk|storage|quota)|mail folder full/,
  ],
  [
    'tooLarge',
    /message (size )?(is )?(too (large|big)|exceed(s|ed)?)|exceeds? (the )?(maximum|fixed|size)[^.]{0,25}(size|limit)|size limit|message too big|entity too large|larger than the (current )?(system )?limit|trop volumineux/,
  ],
  [
    'moved',
    /(user|recipient|address|account|mailbox|has|is) (has )?(been )?moved? to\b|no longer at this address|has moved\b|please (use|update).{0,30}new address|recipient (has )?relocated/,
  ],
  [
    'refusesMail',
    /does not accept (any )?(e-?)?mail|accepts no mail|null ?mx|nullmx|no(t)? accept(s|ing)? (any )?mail|mail host does not exist or|smtp service (not|un)available here|domain.{0,20}not accept(ing)? (e-?)?mail|recipient address has null mx/,
  ],
  [
    'unknownHost',
    /(host|domain|name server|hostname|server name)( name)?( of)?[^.]{0,30}( is)? (unknown|not found|does ?n[o']t exist|not exist|not resolve)|unknown (host|domain)|no such (host|domain)|(can(not|'t)|could ?n[o']t|unable to) (find|resolve|lookup|look up)[^.]{0,40}(host|domain|address for|mail exchange|mx)|name or service not known|nxdomain|non-existent (host|domain)|unrouteable mail domain|illegal host\/domain|domain does not exist|no (valid )?mx|invalid domain|bad destination (mailbox )?(host|system)|all relevant mx records point to non-existent hosts|no valid hosts? found|dns lookup failure: host|host \S{1,100} not found/,
  ],
  [
    'disabled',
    /(account|mailbox|user|recipient|address)[^.]{0,30}\b(is |has been |was |currently )?(disabled|suspended|inactive|deactivated|closed|locked|frozen|expired|not active|terminated|discontinued)|(disabled|suspended|inactive|deactivated) (account|mailbox|user|recipient)|not an active (address|account)|is currently suspended|compte (désactivé|suspendu|ferm|inactif)/,
  ],
  [
    'unknownUser',
    /user unknown|unknown user|no such (user|mailbox|recipient)|\b5\.1\.1\b|recipient address rejected(\.|: access denied| ?$)|#5\.1\.0 address rejected|not a registered|addressee unknown|recipient (name is )?not (found|recogni[sz]ed)|invalid (recipient|mailbox|user)|account (that you tried to reach )?does not exist/,
  ],
  [
    'expired',
    /(connection|operation|session|delivery)( was)? time-?d? ?-?out|timed? out|timeout|delivery (time )?expired|retry (time(out)?|limit|count)[^.]{0,20}(exceeded|expired)|message expired|too long in queue|in (the )?queue too long|(could|can)(not| not) be delivered (for|within)|not (yet )?been delivered|will be (re)?tried|will (keep|continue) (on )?(re)?try|delivery (is |has been |temporarily )?(delayed|postponed|suspended)|delivery temporarily suspended|maximum (retries|queue|delivery)|no answer from host|expired before|unable to connect|could not connect|connection refused|host is unreachable|no route to host|network is unreachable|connection (was )?(dropped|lost|reset|closed)|not responding|delivery time expired/,
  ],
  [
    'policy',
    /\b(spf|dkim|dmarc|dnsbl|rbl|sbl|pbl|xbl|spamhaus|spamcop|barracuda|senderbase|sorbs|cloudmark)\b|\bspam|policy|blacklist|black ?list|block(ed)? ?list|\bblocked\b|blocked (using|by)|reputation|unsolicited|bulk (e-?)?mail|reverse dns|\bptr\b|rdns|not authenticated|unauthenticated|authentication (required|fail)|relay(ing)? (access )?(is )?(denied|not (allowed|permitted))|not (permitted|allowed) to relay|unable to relay|we do not relay|no relaying|access (is )?denied|too many (connections|messages|recipients|concurrent)|rate limit|throttl|greylist|grey-?listed|try again later|sender[^.]{0,30}(rejected|denied|verify|invalid|not allowed|unknown)|not (allowed|authorized|permitted) to send|you are not (allowed|authori[sz]ed)|security (policy|reason)|encryption|starttls|banned|unwelcome|not accepted here|refused (by|due to)|suspicious|virus|malware|infected|phish|junk/,
  ],
  [
    'unknownUser',
    /(user|recipient|address|addressee|mail ?box|mail ?drop|account|local ?part|alias|person)s?( name)?[^.]{0,60}\b(is |was |are )?(unknown|not (be )?(found|known|exist|listed|valid|recogni[sz]ed)|does ?n[o']t exist|doesn't have|invalid|undefined|unavailable|not a valid)|(unknown|invalid|no such|non-?existent|bad|undeliverable|unrouteable|undefined|not a (known|valid)) (local ?|destination )?(user|recipient|address|mail ?box|account|person|alias|addressee|e-?mail|name|here)|no (such )?(mail ?box|user|account|recipient|person)( here| by)?|not (our|a) (customer|user|subscriber|local)|not a? ?(known|valid|recogni[sz]ed) (user|recipient|mail ?box|address|account)|user unknown|unknown user|not (listed|found) in (domino )?(directory|public)|addressee unknown|recipient not found|does ?n[o']t have an? [^.]{0,40}account|not exist[^.]{0,20}(user|mailbox)|no account|address (you sent to )?(could|was) not (be )?found|invalid final delivery user|destinataire inconnu|utilisateur inconnu|adresse inconnue|n'existe pas|empfänger unbekannt|account (that you tried to reach )?does not exist|mailbox not found|is not (a )?(known|valid|registered)|unknown recipient|resolver\.adr|unable to find|not known here|recipnotfound|has no mailbox/,
  ],
]

// What many bounces say whatever happened: only where no status says better.
const weakWords: readonly (readonly [BounceReason, RegExp])[] = [
  [
    'filtered',
    /(recipient|address|user|mail|message) (was |is |has been )?(refused|rejected|filtered|not accepted)|rejected (by|for)/,
  ],
  ['network', /routing loop|mail loop|too many hops|hop count|loops? back|dns (error|lookup)|name ?server/],
  ['content', /header|content|attachment|mime|non-?ascii|line too long|8bit/],
  [
    'server',
    /system (error|not)|server error|out of memory|mail system|disk full|local (error|problem)|mailer error|can't (create|open)|command (died|failed)/,
  ],
]

/** RFC 3463: the first digit tells for good or for now, the others of what. */
function byStatus(status: string): BounceReason | null {
  const [kind, subject, detail] = status.split('.')
  if (kind === undefined || subject === undefined || detail === undefined || kind === '2') return null
  const exact = exactStatus[`${subject}.${detail}`]
  if (exact) return exact
  if (subject === '7') return 'policy'
  if (subject === '6') return 'content'
  if (subject === '3') return 'server'
  if (subject === '4') return kind === '4' ? 'expired' : 'network'
  return null
}

const exactStatus: Readonly<Record<string, BounceReason>> = {
  '1.1': 'unknownUser',
  '1.2': 'unknownHost',
  '1.3': 'unknownUser',
  '1.6': 'moved',
  '1.10': 'refusesMail',
  '2.1': 'disabled',
  '2.2': 'mailboxFull',
  '2.3': 'tooLarge',
  '3.4': 'tooLarge',
  '4.1': 'expired',
  '4.2': 'expired',
  '4.4': 'unknownHost',
  '4.6': 'network',
  '4.7': 'expired',
}

function byReplyCode(code: string): BounceReason {
  if (code === '552') return 'mailboxFull'
  if (code === '551') return 'moved'
  if (code === '421') return 'expired'
  return 'unclear'
}
