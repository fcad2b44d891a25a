import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bounceOf, lines } from '../../dunning/answers/testing/messages.ts'
import { scoreEmails } from './score-emails.ts'
import { emailTable, withEmailTable } from './score-table.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emails-'))
  const put = async (path: string, text: string) => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await put('emails/bounces/a.eml', bounceOf('a@b.fr', { status: '5.1.1', says: '550 5.1.1 User unknown' }))
  await put('emails/bounces/b.eml', lines({ From: 'a@b.fr', Subject: 'Bonjour' }, 'Rien'))
  await put('emails/autoreply/c.eml', lines({ From: 'a@b.fr', 'Auto-Submitted': 'auto-replied' }, 'Reçu'))
  await put('emails/replies/x/emails/d.txt', 'Oui.\n\nLe 16/11/2026, Claire a écrit :\n> Bonjour\n')
  await put('emails/replies/x/trimmed/d.txt', 'Oui.')
  const recipients = [{ status: '5.1.1', hard_bounce: true }]
  const emails = { 'emails/bounces/a.eml': { recipients }, 'emails/bounces/b.eml': { failed_addresses: ['a@b.fr'] } }
  await put('expected.json', JSON.stringify({ emails }))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the score of e-mails', () => {
  it('counts what is told apart as expected, and names the rest', async () => {
    const score = await scoreEmails(folder)
    expect(score.bounces).toEqual({ of: 2, right: 1, missed: ['emails/bounces/b.eml'] })
    expect(score.autoReplies.right).toBe(1)
    expect(score.noFalseBounces).toEqual({ of: 2, right: 2, missed: [] })
    expect([score.hardness.right, score.statuses.right, score.addresses.right]).toEqual([1, 1, 0])
    expect(score.quotations).toEqual({ of: 1, right: 1, missed: [] })
  })

  it('stands in a page between its marks', async () => {
    const table = emailTable(await scoreEmails(folder), 'fr')
    const page = withEmailTable('a <!-- score of e-mails -->old<!-- end of the score --> z', table)
    expect(page).toContain('| messages non remis, reconnus | 2 | 1 | 50,0\u00a0% |')
    expect(page).not.toContain('old')
    expect(() => withEmailTable('nothing', table)).toThrow('place')
  })

  const samples = join(import.meta.dirname, '../../../../../shared/samples')
  it.skipIf(!existsSync(join(samples, 'emails')))('holds its aims on the messages nobody here wrote', async () => {
    const score = await scoreEmails(samples)
    expect(score.noFalseBounces.missed).toEqual([])
    for (const { right, of } of [score.bounces, score.autoReplies, score.complaints, score.replies])
      expect(right / of).toBeGreaterThanOrEqual(0.98)
  })
})
