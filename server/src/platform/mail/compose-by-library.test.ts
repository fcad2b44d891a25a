import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose, type OutgoingMail } from './compose.ts'
import { composeByLibrary } from './compose-by-library.ts'

/** Words of people and of programs: accents, signs of several bytes, equals, tabs, long and empty lines. */
const sign = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...'abcdefghij EF0123456789.,!?-') },
  { weight: 4, arbitrary: fc.constantFrom(...'éèàçœ€’«»\u00a0\u202f') },
  { weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', '=', '\t', ' \n', '.\n.', '"', '<', '\\', ';', '@', '(') },
  { weight: 1, arbitrary: fc.constantFrom('😀', '漢字', '\u0301', '\u0007', '=\n', ' é ', '…………') },
)
const words = (most: number) => fc.array(sign, { maxLength: most }).map((signs) => signs.join(''))
const long = fc.tuple(words(300), fc.integer({ min: 1, max: 8 })).map(([text, times]) => text.repeat(times))
const address = fc.constantFrom(
  'compta@castel.example',
  'a.b+c@é.example',
  'o’neil@x.example',
  'x y@z.example',
  'é@x.fr',
)
const named = fc.record({ name: fc.option(words(60)), address })
const id = fc.stringMatching(/^<[a-z0-9.]{1,50}@[a-z]{1,20}\.example>$/)
const file = fc.record({
  filename: words(60).map((name) => `f${name}.pdf`),
  contentType: fc.constantFrom('application/pdf', 'image/png'),
  content: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
})
const picture = fc.record({
  filename: fc.constant('transfer-code.png'),
  contentType: fc.constant('image/png'),
  content: fc.uint8Array({ minLength: 1, maxLength: 700 }).map((bytes) => Buffer.from(bytes)),
  contentId: fc.constant('transfer-code'),
})
const anyMail: fc.Arbitrary<OutgoingMail> = fc.record({
  from: named,
  replyTo: fc.option(named),
  to: fc.array(named, { minLength: 1, maxLength: 3 }),
  cc: fc.array(named, { maxLength: 2 }),
  subject: words(150),
  text: long,
  html: long,
  messageId: id,
  inReplyTo: fc.option(id),
  references: fc.array(id, { maxLength: 4 }),
  sentAt: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
  language: fc.constantFrom('fr', 'en'),
  quittanceId: fc.constantFrom('reminder-1', 'reminder-123456'),
  automatic: fc.boolean(),
  attachments: fc
    .tuple(fc.array(picture, { maxLength: 1 }), fc.array(file, { maxLength: 2 }))
    .map((both) => both.flat()),
})

const lines = (raw: Buffer): string[] => raw.toString('latin1').split('\r\n')

describe('a mail written in one go', () => {
  it('is to the byte the one the library composes', async () => {
    const same = async (mail: OutgoingMail) => {
      expect(lines(await compose(mail))).toEqual(lines(await composeByLibrary(mail)))
    }
    await fc.assert(fc.asyncProperty(anyMail, same), { numRuns: 400 })
  })
})
