import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { TaskRecord } from './queries.ts'

/** The groups of the list, in its order. */
export const taskGroups = ['decide', 'call', 'approve', 'match', 'other'] as const

/** Where a task of each kind stands in the list. */
export const groupOf: Readonly<Record<string, (typeof taskGroups)[number]>> = {
  decision: 'decide',
  call: 'call',
  letter: 'approve',
  approveReminders: 'approve',
  allocateCredit: 'match',
  correctAddress: 'match',
  resolveUncertain: 'decide',
  findPayment: 'match',
  correctContact: 'match',
  other: 'other',
}

/** The sentence a person acts on: « Appeler Mme Gauthier, Menuiseries Castel ». */
export function taskTitle(task: TaskRecord, language: Language): string {
  if (task.title) return task.title
  const name = task.customer?.name ?? ''
  const who = task.contactName ? `${task.contactName}, ${name}` : name
  const fr = language === 'fr'
  switch (task.kind) {
    case 'call':
      return fr ? `Appeler ${who}` : `Call ${who}`
    case 'letter':
      return fr ? `Relire et poster le courrier : ${name}` : `Check and post the letter: ${name}`
    case 'decision':
      return fr ? `Décider de la suite : ${name}` : `Decide what comes next: ${name}`
    case 'correctAddress':
      return fr ? `Corriger une adresse : ${name}` : `Correct an address: ${name}`
    case 'allocateCredit':
      return fr ? `Répartir une avance : ${name}` : `Allocate a credit: ${name}`
    case 'findPayment':
      return fr ? `Chercher le règlement : ${name}` : `Look for the payment: ${name}`
    case 'correctContact':
      return fr ? `Corriger un contact : ${who}` : `Correct a contact: ${who}`
    case 'resolveUncertain':
      return fr ? `Un message est-il parti ? ${name}` : `Did a message go out? ${name}`
    case 'other':
      return fr ? `Un message n’est pas parti : ${name}` : `A message did not go out: ${name}`
  }
}

/** What makes it worth doing now, short: « Promesse du 30/10 non tenue · 2 factures ». */
export function taskReason(task: TaskRecord, language: Language): string {
  const fr = language === 'fr'
  const parts: string[] = []
  if (task.brokenPromise) {
    const day = formatDate(task.brokenPromise, language).slice(0, fr ? 5 : undefined)
    if (task.isKeptInPart) parts.push(fr ? `Promesse du ${day} tenue en partie` : `Promise of ${day} kept in part`)
    else parts.push(fr ? `Promesse du ${day} non tenue` : `Promise of ${day} not kept`)
  }
  if (task.brokenInstalment) {
    const day = formatDate(task.brokenInstalment, language).slice(0, fr ? 5 : undefined)
    parts.push(fr ? `Échéance du ${day} non réglée` : `Instalment of ${day} not paid`)
  }
  if (task.overdueDispute) {
    const day = formatDate(task.overdueDispute.deadline, language).slice(0, fr ? 5 : undefined)
    parts.push(fr ? `À traiter avant le ${day}` : `To settle before ${day}`)
  }
  if (task.because === 'paymentNotFound')
    parts.push(fr ? 'Règlement annoncé, introuvable' : 'Payment announced, not found')
  if (task.kind === 'findPayment') parts.push(fr ? 'Le client dit avoir payé' : 'The customer says it is paid')
  if (task.kind === 'correctContact')
    parts.push(fr ? 'Mauvais numéro ou mauvaise personne' : 'Wrong number or wrong person')
  if (task.outcome === 'wrongContact') parts.push(fr ? 'Contact à corriger d’abord' : 'Contact to be corrected first')
  if (task.tries > 0) parts.push(triedWords(task, fr))
  if (task.delayDays !== null) parts.push(`${fr ? 'étape J+' : 'step D+'}${task.delayDays}`)
  if (task.kind === 'other' && task.note) parts.push(task.note)
  if (task.items > 0)
    parts.push(
      fr ? `${task.items} facture${task.items > 1 ? 's' : ''}` : `${task.items} invoice${task.items > 1 ? 's' : ''}`,
    )
  const text = parts.join(' · ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** « essayé 2 fois, plutôt le matin » */
function triedWords({ tries, nextHalf }: TaskRecord, fr: boolean): string {
  const often = fr ? `essayé ${tries} fois` : `tried ${tries === 1 ? 'once' : `${tries} times`}`
  if (nextHalf === null) return often
  return fr
    ? `${often}, plutôt ${nextHalf === 'morning' ? 'le matin' : 'l’après-midi'}`
    : `${often}, better in the ${nextHalf}`
}

/** How a call about a word that was not kept is opened, factual and polite; null for any other. */
export function openingSentence(task: TaskRecord, language: Language): string | null {
  const planned = task.brokenInstalment ?? task.brokenPromise
  if (!planned) return null
  const day = formatDate(planned, language)
  const name = task.contactName ?? ''
  if (language === 'fr')
    return `Bonjour${name && ` ${name}`}, je reviens vers vous au sujet du paiement prévu le ${day}. Y a-t-il un point à régler de notre côté pour qu’il parte cette semaine ?`
  const who = name.replace(/^Mme /, 'Ms ').replace(/^M\. /, 'Mr ')
  return `Good morning${who && ` ${who}`}, I am getting back to you about the payment planned for ${day}. Is there anything we should settle so that it can leave this week?`
}
