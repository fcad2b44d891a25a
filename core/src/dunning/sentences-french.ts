import { formatDate } from '../calendar/format-date.ts'
import { assert } from '../money/assert.ts'
import type { Money } from '../money/money.ts'
import type { CheckFirst, Exclusion, Hold, Rest, Take } from './decision.ts'
import { isInternal, type Step, type Tone } from './scenario.ts'
import { lastDayOf, type SentenceFacts, type Sentences, toldExclusion } from './sentences.ts'
import type { Until, WaitingBankLine } from './situation.ts'
import { stepDay } from './step-day.ts'
import { listedAmounts } from './write-reminder/wording.ts'

/** A no-break space stands before : ; ? and ! */
const nb = '\u00a0'

export const frenchSentences: Sentences = {
  take: (take, facts) =>
    take.about === 'upcoming'
      ? `Un petit rappel part${nb}: ${upcomingItems(take, facts)}, ${amounts(take.toPay)} à régler${stepOf(take.step, take.carrying, facts)}.`
      : `${contact(take)}${nb}: ${lateItems(take, facts)}, ${amounts(take.toPay)} à régler${stepOf(take.step, take.carrying, facts)}.`,
  hold: heldBecause,
  rest: (rest, facts) => {
    const next = rest.next ? `prochaine relance ${nextWords(rest.next, facts)}` : null
    if (rest.because === 'nothingOverdue') return `Aucune facture en retard${nb}; ${next ?? 'aucune relance prévue'}.`
    if (rest.because === 'noStepDue')
      return `Aucune étape n’est due aujourd’hui${nb}; ${next ?? 'aucune relance prévue'}.`
    return `Toutes les étapes du scénario sont passées${nb}; ${next ?? 'la suite se décide à la main'}.`
  },
  exclusion: (exclusion, facts) => {
    const invoice = facts.invoiceOf(exclusion.item)
    return `${invoice === null ? 'Une facture' : `La facture ${invoice}`} ne compte pas${nb}: ${clause(exclusion)}.`
  },
  broken: ({ because, on }) =>
    because === 'promise'
      ? `La promesse de payer le ${date(on)} n’a pas été tenue.`
      : `L’échéance du ${date(on)} n’a pas été réglée en entier${nb}: l’échéancier ne retient plus les relances.`,
  checkFirst: checkWords,
  next: (next, facts) => `Prochaine relance ${nextWords(next, facts)}.`,
  cancelled: (because, facts) => {
    if (because === 'paid') return `Le message n’est pas parti${nb}: la facture a été payée entre-temps.`
    if (because === 'noLongerDue') return `Le message n’est pas parti${nb}: son étape n’est plus à faire.`
    if (because === 'otherStep') return `Le message n’est pas parti${nb}: une autre étape est due à sa place.`
    if (because === 'otherWay') return `Le message n’est pas parti${nb}: son étape passe maintenant par un autre moyen.`
    return `Le message pour ${facts.customerName} n’est pas parti${nb}: ${frenchSentences.holdLabels[because]}.`
  },
  holdLabels: {
    legal: 'procédure collective',
    handedOver: 'dossier confié',
    paused: 'en pause',
    promise: 'promesse en cours',
    dispute: 'litige ouvert',
    plan: 'échéancier en cours',
    delay: 'délai accordé',
    automaticMeans: 'règlement automatique attendu',
    tooSmall: 'reste à payer trop faible',
    credit: 'avance ou avoir à répartir',
    bankPending: 'virement à pointer',
    uncertain: 'départ incertain',
    answerUnread: 'réponse à lire',
    humanToday: 'action à faire',
    decision: 'décision attendue',
    setAside: 'mise de côté',
    tooSoon: 'contact récent',
    badContact: 'adresse à corriger',
    notWorkingDay: 'jour non ouvré',
  },
}

function heldBecause(hold: Hold, facts: SentenceFacts): string {
  if (hold.bankLine) return bankLineWords(hold.bankLine, facts)
  const exclusion = toldExclusion(hold)
  if (exclusion) return `Rien ne part${nb}: ${excludedWords(exclusion.told, exclusion.others, facts)}.`
  const { customerName } = facts
  switch (hold.because) {
    case 'legal':
      return `Rien ne part${nb}: ${customerName} fait l’objet d’une procédure collective.`
    case 'handedOver':
      return `Rien ne part${nb}: le dossier de ${customerName} est confié.`
    case 'paused':
      return `Rien ne part${nb}: les relances de ${customerName} sont en pause ${pauseEnds(hold.until)}.`
    case 'bankPending':
      return `Rien ne part${nb}: un virement à pointer vient peut-être de ${customerName}.`
    case 'uncertain':
      return `Rien ne part${nb}: on ne sait pas si le dernier message est parti${nb}; dites ce qu’il en est.`
    case 'answerUnread':
      return `Rien ne part${nb}: une réponse${hold.answeredOn ? ` du ${date(hold.answeredOn)}` : ''} attend d’être lue.`
    case 'humanToday':
    case 'decision':
      return `Rien d’autre ne part${nb}: ${taskWords(hold, facts)}${stepOf(hold.step, hold.carrying, facts)}.`
    case 'setAside':
      return `Rien ne part${nb}: la relance est mise de côté ${pauseEnds(hold.until, 'reprend')}.`
    case 'tooSoon':
      return `Rien ne part avant le ${date(hold.until)}${nb}: ${recentContact(hold, facts)}.`
    case 'badContact':
      return `Rien ne part${nb}: aucune adresse utilisable pour ${customerName}${nb}; corrigez l’adresse e-mail.`
    case 'notWorkingDay':
      return `Rien ne part un jour non ouvré${nb}: la relance est prévue le ${date(hold.until)}.`
    default:
      return `Rien ne part${nb}: ${clause({ because: hold.because, until: hold.until })}.`
  }
}

const bankLineWords = ({ on, waitsFor }: WaitingBankLine, { customerName }: SentenceFacts): string =>
  waitsFor === 'match'
    ? `Rien ne part${nb}: une ligne de banque du ${date(on)}, à pointer, vient peut-être de ${customerName}.`
    : `Rien ne part${nb}: le règlement du ${date(on)} de ${customerName} reste à répartir sur ses factures.`

function checkWords(check: CheckFirst, facts: SentenceFacts): string {
  if (check.because === 'missingInvoice')
    return `${capital(invoice(check.item, facts))} n’est plus dans le dernier export depuis le ${date(check.since)}, sans doute payée ou annulée${nb}: vérifiez avant l’envoi.`
  if (check.because === 'aboveCeiling')
    return `La somme demandée (${amounts([check.asked])}) dépasse le plafond de ${amounts([check.ceiling])}${nb}: une personne l’approuve.`
  if (check.because === 'stepToApprove') return 'Cette étape attend chaque fois votre accord.'
  const last =
    check.lastGoodOn === null
      ? 'aucun import n’est allé à son terme'
      : `le dernier import date du ${date(check.lastGoodOn)}`
  return `Les factures de ce client viennent de «${nb}${check.source}${nb}»${nb}; ${last}${nb}: vérifiez avant l’envoi.`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function excludedWords(told: Exclusion, others: number, facts: SentenceFacts): string {
  const invoice = facts.invoiceOf(told.item)
  if (others === 0) return clause(told)
  const rest = others === 1 ? 'une autre ne compte pas non plus' : `${others} autres ne comptent pas non plus`
  return `${clause(told)}${invoice === null ? '' : ` (facture ${invoice})`}, et ${rest}`
}

function clause({ because, until, instalment }: Omit<Exclusion, 'item'>): string {
  switch (because) {
    case 'dispute':
      return 'un litige est ouvert'
    case 'paused':
      return `les relances sont en pause ${pauseEnds(until)}`
    case 'promise':
      return `une promesse de règlement court jusqu’au ${date(lastDayOf(until))}`
    case 'plan':
      return `un échéancier court, prochaine échéance le ${date(instalment ?? lastDayOf(until))}`
    case 'delay':
      return `un délai a été accordé jusqu’au ${date(lastDayOf(until))}`
    case 'automaticMeans':
      return 'le règlement est attendu par un moyen automatique, sans rejet à ce jour'
    case 'tooSmall':
      return 'le reste à payer est trop faible pour une relance'
    case 'credit':
      return 'une avance ou un avoir couvre ce qui est en retard, il reste à le répartir'
  }
}

function contact({ step, insteadOfEmail, insteadOfSms }: Take): string {
  if (insteadOfEmail === 'letter')
    return `Un courrier ${tones[step.tone]} est à envoyer, faute d’adresse e-mail utilisable`
  if (insteadOfSms) return `Un e-mail ${tones[step.tone]} part, faute de pouvoir envoyer un SMS`
  switch (step.channel) {
    case 'email':
      return `Un e-mail ${tones[step.tone]} part`
    case 'sms':
      return `Un SMS ${tones[step.tone]} part`
    case 'call':
      return 'Un appel est à passer'
    case 'letter':
      return `Un courrier ${tones[step.tone]} est à envoyer`
    case 'registeredLetter':
      return `Une lettre recommandée ${tones[step.tone]} est à envoyer`
    case 'task':
      return step.label === undefined ? 'Une tâche est à faire' : `Une tâche est à faire («${nb}${step.label}${nb}»)`
    case 'decision':
      return 'Une décision est à prendre'
  }
}

const tones: Readonly<Record<Tone, string>> = {
  courtesy: 'courtois',
  friendly: 'cordial',
  neutral: 'neutre',
  firm: 'ferme',
  formalNotice: 'de mise en demeure',
}

const channelNames = {
  sms: 'SMS',
  email: 'e-mail',
  call: 'appel',
  letter: 'courrier',
  registeredLetter: 'lettre recommandée',
  task: 'tâche',
  decision: 'décision',
} as const

function taskWords({ step }: Hold, { assignee }: SentenceFacts): string {
  const who = assignee ? ` par ${assignee}` : ''
  if (step === null) return `une action attend d’être faite${who}`
  if (step.channel === 'decision') return assignee ? `une décision est à prendre${who}` : 'une décision est attendue'
  if (step.channel === 'task') return `une tâche est à faire${who}`
  return step.channel === 'call' ? `un appel est à passer${who}` : `un courrier est à envoyer${who}`
}

function lateItems({ items, invoices = items.length }: Take, facts: SentenceFacts): string {
  const [first] = items
  assert(first !== undefined, 'a contact lists something')
  if (items.length > 1 && invoices === 1) return `plusieurs échéances ${ofInvoice(first.item, facts)} sont en retard`
  if (items.length > 1) return `${invoices} factures sont en retard`
  return `${invoice(first.item, facts)} a ${days(first.daysLate)} de retard`
}

function upcomingItems({ items, invoices = items.length }: Take, facts: SentenceFacts): string {
  const [first] = items
  assert(first !== undefined, 'a contact lists something')
  if (items.length > 1 && invoices === 1)
    return `plusieurs échéances ${ofInvoice(first.item, facts)} sont bientôt à payer`
  if (items.length > 1) return `${invoices} factures sont bientôt à payer`
  return `${invoice(first.item, facts)} est à payer ${first.daysLate === 0 ? 'aujourd’hui' : `dans ${days(-first.daysLate)}`}`
}

const invoice = (item: number, facts: SentenceFacts): string => {
  const number = facts.invoiceOf(item)
  return number === null ? 'une facture' : `la facture ${number}`
}

const ofInvoice = (item: number, facts: SentenceFacts): string => {
  const number = facts.invoiceOf(item)
  return number === null ? 'd’une facture' : `de la facture ${number}`
}

const nextWords = (next: NonNullable<Rest['next']>, facts: SentenceFacts): string =>
  `le ${date(next.on)}${nb}: ${nextContact(next.step)} (${stepDay(next.step.delayDays, 'fr')}) pour ${invoice(next.item, facts)}`

const nextContact = (step: Step): string =>
  step.channel === 'call' || isInternal(step.channel)
    ? channelNames[step.channel]
    : `${channelNames[step.channel]} ${tones[step.tone]}`

function stepOf(step: Step | null, item: number | null, facts: SentenceFacts): string {
  if (step === null) return ''
  const number = item === null ? null : facts.invoiceOf(item)
  return ` (étape ${stepDay(step.delayDays, 'fr')}${number === null ? '' : ` de la facture ${number}`})`
}

const recentContact = ({ lastContactOn }: Hold, { customerName }: SentenceFacts): string =>
  lastContactOn
    ? `le dernier contact avec ${customerName} date du ${date(lastContactOn)}`
    : `le dernier contact avec ${customerName} est trop récent`

/** `until` is the day on which it resumes: « jusqu’au » would count that day in. */
const pauseEnds = (until: Until | null, resume = 'reprennent'): string =>
  until === null || until === 'furtherNotice' ? 'jusqu’à nouvel ordre' : `et ${resume} le ${date(until)}`

const days = (count: number): string => (count <= 1 ? `${count} jour` : `${count} jours`)

const amounts = (sums: readonly Money[]): string => listedAmounts(sums, 'fr')

function date(on: Until | null): string {
  assert(on !== null && on !== 'furtherNotice', 'a stop that ends tells its day')
  return formatDate(on, 'fr')
}
