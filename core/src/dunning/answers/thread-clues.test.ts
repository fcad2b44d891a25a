import { describe, expect, it } from 'vitest'
import { addressesIn } from './parsed-message.ts'
import { readFieldGroups } from './read-fields.ts'
import { aMessage } from './testing/a-message.ts'
import { threadClues } from './thread-clues.ts'

describe('what tells which message is answered', () => {
  it('is what it replies to, then what it refers to from the last', () => {
    const headers = { 'in-reply-to': '<b@v>', references: '<a@v> <b@v>' }
    expect(threadClues(aMessage({ headers })).messageIds).toEqual(['<b@v>', '<a@v>'])
  })

  it('stands in the message that came back', () => {
    const returned = ['Message-ID: <r@v>\nX-Quittance-Id: reminder-12\nIn-Reply-To: <q@v>\nTo: a@b.c']
    expect(threadClues(aMessage({ returned }))).toEqual({ messageIds: ['<r@v>', '<q@v>'], reminders: [12] })
  })

  it('stands in the words of a bounce without parts', () => {
    const text = 'could not be delivered\n\nMessage-ID: <r@v>\nX-Quittance-Id: reminder-7\n'
    expect(threadClues(aMessage({ text }))).toEqual({ messageIds: ['<r@v>'], reminders: [7] })
  })

  it('stands behind our number where a relay gave the message another name', () => {
    const returned = ['Message-ID: <ses@relay>\nX-Quittance-Id: reminder-12\n <q.1@v>\nTo: a@b.c']
    expect(threadClues(aMessage({ returned }))).toEqual({ messageIds: ['<ses@relay>', '<q.1@v>'], reminders: [12] })
    const text = 'could not be delivered\n\nX-Quittance-Id: reminder-7 <q.2@v>\n'
    expect(threadClues(aMessage({ text }))).toEqual({ messageIds: ['<q.2@v>'], reminders: [7] })
  })

  it('is no number that is not ours', () => {
    expect(threadClues(aMessage({ returned: ['X-Quittance-Id: test'] })).reminders).toEqual([])
  })
})

describe('fields of a report', () => {
  it('are read in groups, folded lines joined, the first of two kept', () => {
    const groups = readFieldGroups('A: 1\r\nB: long\r\n  line\r\nA: 2\r\n\r\nnot a field\r\nC: 3')
    expect(groups.map((group) => [...group])).toEqual([
      [
        ['a', '1'],
        ['b', 'long line'],
      ],
      [['c', '3']],
    ])
  })
})

describe('addresses in a text', () => {
  it('are found without what stands around them, each once', () => {
    expect(addressesIn('<Anne@Castel.example>, "anne@castel.example"; mailto:b@c.fr.')).toEqual([
      'Anne@Castel.example',
      'b@c.fr',
    ])
  })
  it('are none where there are none', () => expect(addressesIn('@ a@ @b 12:00')).toEqual([]))
})
