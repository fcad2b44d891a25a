import { describe, expect, it } from 'vitest'
import { readCommand } from './read-command.ts'

const commands = [
  { id: 'payment', label: 'Saisir un règlement', keywords: 'règlement,encaisser,a payé' },
  { id: 'note', label: 'Noter un échange', keywords: 'note,appel' },
  { id: 'remind', label: 'Relancer', keywords: 'relance' },
]
const read = (typed: string) => {
  const found = readCommand(typed, commands)
  return found && `${found.command.id}: ${found.rest}`
}

describe('an act typed with the customer it is for', () => {
  it.each([
    ['saisir un règlement castel', 'payment: castel'],
    ['saisir reglement menuiseries castel', 'payment: menuiseries castel'],
    ['règlement castel', 'payment: castel'],
    ['RELANCER clos vauban', 'remind: clos vauban'],
    ['note farine', 'note: farine'],
  ])('« %s » is read', (typed, means) => expect(read(typed)).toBe(means))

  it.each(['castel', 'menuiseries castel', 'saisir un règlement', 'sa castel', '', '  '])(
    '« %s » is no act for anybody',
    (typed) => expect(read(typed)).toBeUndefined(),
  )
})
