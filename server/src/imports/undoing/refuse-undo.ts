import { AppError, type Sentence } from '../../platform/http/app-error.ts'
import type { Obstacles } from './undo-queries.ts'

const named: Readonly<Record<keyof Obstacles, readonly [one: Sentence, many: Sentence]>> = {
  payments: [
    { fr: 'règlement', en: 'payment' },
    { fr: 'règlements', en: 'payments' },
  ],
  promises: [
    { fr: 'promesse', en: 'promise' },
    { fr: 'promesses', en: 'promises' },
  ],
  disputes: [
    { fr: 'litige', en: 'dispute' },
    { fr: 'litiges', en: 'disputes' },
  ],
  reminders: [
    { fr: 'relance envoyée', en: 'reminder sent' },
    { fr: 'relances envoyées', en: 'reminders sent' },
  ],
  tasks: [
    { fr: 'action terminée', en: 'task done' },
    { fr: 'actions terminées', en: 'tasks done' },
  ],
  imports: [
    { fr: 'autre import', en: 'other import' },
    { fr: 'autres imports', en: 'other imports' },
  ],
  changes: [
    { fr: 'facture modifiée depuis', en: 'invoice changed since' },
    { fr: 'factures modifiées depuis', en: 'invoices changed since' },
  ],
}

/** Says what stands on the import. */
export function refuseUndo(obstacles: Obstacles): AppError {
  const kinds = Object.keys(named) as (keyof Obstacles)[]
  const list = (language: 'en' | 'fr'): string =>
    kinds
      .filter((kind) => obstacles[kind] > 0)
      .map((kind) => `${obstacles[kind]} ${named[kind][obstacles[kind] === 1 ? 0 : 1][language]}`)
      .join(', ')
  return new AppError(
    'builtOn',
    409,
    {
      fr: `Cet import ne peut plus être annulé : ${list('fr')} s’y appuient. Rien n’a été modifié ; corrigez les factures une à une.`,
      en: `This import can no longer be undone: it is built on by ${list('en')}. Nothing was changed; correct the invoices one by one.`,
    },
    { obstacles },
  )
}

export const undoIsOver = (): AppError =>
  new AppError('undoIsOver', 409, {
    fr: 'Cet import ne peut pas être annulé : il n’a rien enregistré, est déjà annulé, ou date de plus de 24 heures.',
    en: 'This import cannot be undone: it wrote nothing, is undone already, or is older than 24 hours.',
  })
