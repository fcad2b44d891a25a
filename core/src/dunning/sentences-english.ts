import { formatDate } from '../calendar/format-date.ts'
import { assert } from '../money/assert.ts'
import type { Money } from '../money/money.ts'
import type { CheckFirst, Exclusion, Hold, Rest, Take } from './decision.ts'
import { isInternal, type Step, type Tone } from './scenario.ts'
import { lastDayOf, type SentenceFacts, type Sentences, toldExclusion } from './sentences.ts'
import type { Until, WaitingBankLine } from './situation.ts'
import { stepDay } from './step-day.ts'
import { listedAmounts } from './write-reminder/wording.ts'

export const englishSentences: Sentences = {
  take: (take, facts) =>
    take.about === 'upcoming'
      ? `A courtesy reminder goes out: ${upcomingItems(take, facts)}, ${amounts(take.toPay)} to pay${stepOf(take.step, take.carrying, facts)}.`
      : `${contact(take)}: ${lateItems(take, facts)}, ${amounts(take.toPay)} to pay${stepOf(take.step, take.carrying, facts)}.`,
  hold: heldBecause,
  rest: (rest, facts) => {
    const next = rest.next ? `next reminder ${nextWords(rest.next, facts)}` : null
    if (rest.because === 'nothingOverdue') return `Nothing is late; ${next ?? 'no reminder is planned'}.`
    if (rest.because === 'noStepDue') return `No step is due today; ${next ?? 'no reminder is planned'}.`
    return `Every step of the scenario has been taken; ${next ?? 'what comes next is decided by hand'}.`
  },
  exclusion: (exclusion, facts) => {
    const invoice = facts.invoiceOf(exclusion.item)
    return `${invoice === null ? 'An invoice' : `Invoice ${invoice}`} does not count: ${clause(exclusion)}.`
  },
  broken: ({ because, on }) =>
    because === 'promise'
      ? `The promise to pay on ${date(on)} was not kept.`
      : `The instalment of ${date(on)} was not paid in full: the payment plan no longer holds reminders back.`,
  checkFirst: checkWords,
  next: (next, facts) => `Next reminder ${nextWords(next, facts)}.`,
  cancelled: (because, facts) => {
    if (because === 'paid') return 'The message did not go out: the invoice was paid meanwhile.'
    if (because === 'noLongerDue') return 'The message did not go out: its step is no longer due.'
    if (because === 'otherStep') return 'The message did not go out: another step is due in its place.'
    if (because === 'otherWay') return 'The message did not go out: its step goes by another way now.'
    return `The message for ${facts.customerName} did not go out: ${englishSentences.holdLabels[because]}.`
  },
  holdLabels: {
    legal: 'insolvency procedure',
    handedOver: 'handed over',
    paused: 'paused',
    promise: 'promise pending',
    dispute: 'dispute open',
    plan: 'payment plan running',
    delay: 'more time granted',
    automaticMeans: 'automatic payment expected',
    tooSmall: 'too little left to pay',
    credit: 'credit to allocate',
    bankPending: 'transfer to match',
    uncertain: 'departure uncertain',
    answerUnread: 'answer to read',
    humanToday: 'task to do',
    decision: 'decision awaited',
    setAside: 'put aside',
    tooSoon: 'recent contact',
    badContact: 'address to correct',
    notWorkingDay: 'not a working day',
  },
}

function heldBecause(hold: Hold, facts: SentenceFacts): string {
  if (hold.bankLine) return bankLineWords(hold.bankLine, facts)
  const exclusion = toldExclusion(hold)
  if (exclusion) return `Nothing goes out: ${excludedWords(exclusion.told, exclusion.others, facts)}.`
  const { customerName } = facts
  switch (hold.because) {
    case 'legal':
      return `Nothing goes out: ${customerName} is under an insolvency procedure.`
    case 'handedOver':
      return `Nothing goes out: ${customerName} has been handed over.`
    case 'paused':
      return `Nothing goes out: reminders to ${customerName} are paused ${pauseEnds(hold.until)}.`
    case 'bankPending':
      return `Nothing goes out: a transfer still to match may come from ${customerName}.`
    case 'uncertain':
      return 'Nothing goes out: it is not known whether the last message left; say what happened.'
    case 'answerUnread':
      return `Nothing goes out: an answer${hold.answeredOn ? ` of ${date(hold.answeredOn)}` : ''} is waiting to be read.`
    case 'humanToday':
    case 'decision':
      return `Nothing else goes out: ${taskWords(hold, facts)}${stepOf(hold.step, hold.carrying, facts)}.`
    case 'setAside':
      return `Nothing goes out: the reminder is put aside ${pauseEnds(hold.until, 'resumes')}.`
    case 'tooSoon':
      return `Nothing goes out before ${date(hold.until)}: ${recentContact(hold, facts)}.`
    case 'badContact':
      return `Nothing goes out: there is no usable address for ${customerName}; correct the e-mail address.`
    case 'notWorkingDay':
      return `Nothing goes out on a day that is not worked: the reminder is planned for ${date(hold.until)}.`
    default:
      return `Nothing goes out: ${clause({ because: hold.because, until: hold.until })}.`
  }
}

const bankLineWords = ({ on, waitsFor }: WaitingBankLine, { customerName }: SentenceFacts): string =>
  waitsFor === 'match'
    ? `Nothing goes out: a bank line of ${date(on)}, still to match, may come from ${customerName}.`
    : `Nothing goes out: the payment of ${date(on)} from ${customerName} is still to be allocated to its invoices.`

function checkWords(check: CheckFirst, facts: SentenceFacts): string {
  if (check.because === 'missingInvoice')
    return `${capital(invoice(check.item, facts))} is no longer in the last export, since ${date(check.since)}; it was probably paid or cancelled: check before sending.`
  if (check.because === 'aboveCeiling')
    return `The sum asked for (${amounts([check.asked])}) is above the ceiling of ${amounts([check.ceiling])}: a person approves it.`
  if (check.because === 'stepToApprove') return 'This step waits for your approval each time.'
  const last =
    check.lastGoodOn === null ? 'no import has come to its end' : `the last import is of ${date(check.lastGoodOn)}`
  return `This customer’s invoices come from “${check.source}”; ${last}: check before sending.`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function excludedWords(told: Exclusion, others: number, facts: SentenceFacts): string {
  const invoice = facts.invoiceOf(told.item)
  if (others === 0) return clause(told)
  const rest = others === 1 ? 'another one does not count either' : `${others} others do not count either`
  return `${clause(told)}${invoice === null ? '' : ` (invoice ${invoice})`}, and ${rest}`
}

function clause({ because, until, instalment }: Omit<Exclusion, 'item'>): string {
  switch (because) {
    case 'dispute':
      return 'a dispute is open'
    case 'paused':
      return `reminders are paused ${pauseEnds(until)}`
    case 'promise':
      return `a promise to pay runs until ${date(lastDayOf(until))}`
    case 'plan':
      return `a payment plan is running, next instalment on ${date(instalment ?? lastDayOf(until))}`
    case 'delay':
      return `more time was granted until ${date(lastDayOf(until))}`
    case 'automaticMeans':
      return 'payment is expected by an automatic means, not rejected so far'
    case 'tooSmall':
      return 'too little is left to pay for a reminder'
    case 'credit':
      return 'a credit covers what is late and remains to be allocated'
  }
}

function contact({ step, insteadOfEmail, insteadOfSms }: Take): string {
  if (insteadOfEmail === 'letter')
    return `A ${called(step.tone, 'letter')} is to be sent, for want of a usable e-mail address`
  if (insteadOfSms) return `A ${tones[step.tone]} e-mail goes out, for want of a way to send an SMS`
  switch (step.channel) {
    case 'email':
      return `A ${tones[step.tone]} e-mail goes out`
    case 'sms':
      return `A ${tones[step.tone]} SMS goes out`
    case 'call':
      return 'A call is to be made'
    case 'letter':
      return `A ${called(step.tone, 'letter')} is to be sent`
    case 'registeredLetter':
      return `A ${called(step.tone, 'registeredLetter')} is to be sent`
    case 'task':
      return step.label === undefined ? 'A task is to be done' : `A task is to be done (“${step.label}”)`
    case 'decision':
      return 'A decision is to be made'
  }
}

const tones: Readonly<Record<Tone, string>> = {
  courtesy: 'courtesy',
  friendly: 'friendly',
  neutral: 'neutral',
  firm: 'firm',
  formalNotice: 'formal notice',
}

const channelNames = {
  sms: 'SMS',
  email: 'e-mail',
  call: 'call',
  letter: 'letter',
  registeredLetter: 'registered letter',
  task: 'task',
  decision: 'decision',
} as const

/** « formal notice by registered letter », « firm letter ». */
const called = (tone: Tone, channel: keyof typeof channelNames): string =>
  tone === 'formalNotice' && (channel === 'letter' || channel === 'registeredLetter')
    ? `formal notice by ${channelNames[channel]}`
    : `${tones[tone]} ${channelNames[channel]}`

function taskWords({ step }: Hold, { assignee }: SentenceFacts): string {
  const who = assignee ? ` by ${assignee}` : ''
  if (step === null) return `a task waits to be done${who}`
  if (step.channel === 'decision') return assignee ? `a decision is to be made${who}` : 'a decision is awaited'
  if (step.channel === 'task') return `a task is to be done${who}`
  return step.channel === 'call' ? `a call is to be made${who}` : `a letter is to be sent${who}`
}

function lateItems({ items, invoices = items.length }: Take, facts: SentenceFacts): string {
  const [first] = items
  assert(first !== undefined, 'a contact lists something')
  if (items.length > 1 && invoices === 1) return `several instalments of ${invoice(first.item, facts)} are late`
  if (items.length > 1) return `${invoices} invoices are late`
  return `${invoice(first.item, facts)} is ${days(first.daysLate)} late`
}

function upcomingItems({ items, invoices = items.length }: Take, facts: SentenceFacts): string {
  const [first] = items
  assert(first !== undefined, 'a contact lists something')
  if (items.length > 1 && invoices === 1) return `several instalments of ${invoice(first.item, facts)} are due soon`
  if (items.length > 1) return `${invoices} invoices are due soon`
  return `${invoice(first.item, facts)} is due ${first.daysLate === 0 ? 'today' : `in ${days(-first.daysLate)}`}`
}

const invoice = (item: number, facts: SentenceFacts): string => {
  const number = facts.invoiceOf(item)
  return number === null ? 'an invoice' : `invoice ${number}`
}

const nextWords = (next: NonNullable<Rest['next']>, facts: SentenceFacts): string =>
  `on ${date(next.on)}: ${nextContact(next.step)} (${stepDay(next.step.delayDays, 'en')}) for ${invoice(next.item, facts)}`

const nextContact = (step: Step): string =>
  step.channel === 'call' || isInternal(step.channel) ? channelNames[step.channel] : called(step.tone, step.channel)

function stepOf(step: Step | null, item: number | null, facts: SentenceFacts): string {
  if (step === null) return ''
  const number = item === null ? null : facts.invoiceOf(item)
  return ` (step ${stepDay(step.delayDays, 'en')}${number === null ? '' : ` of invoice ${number}`})`
}

const recentContact = ({ lastContactOn }: Hold, { customerName }: SentenceFacts): string =>
  lastContactOn
    ? `the last contact with ${customerName} was on ${date(lastContactOn)}`
    : `the last contact with ${customerName} is too recent`

/** `until` is the day on which it resumes. */
const pauseEnds = (until: Until | null, resume = 'resume'): string =>
  until === null || until === 'furtherNotice' ? 'until further notice' : `and ${resume} on ${date(until)}`

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const amounts = (sums: readonly Money[]): string => listedAmounts(sums, 'en')

function date(on: Until | null): string {
  assert(on !== null && on !== 'furtherNotice', 'a stop that ends tells its day')
  return formatDate(on, 'en')
}
