import { describe, expect, it } from 'vitest'
import { cutMessages } from './cut-messages.ts'

const tags = (text: string) => {
  const messages = cutMessages(text)
  return messages === 'tooLarge' ? messages : messages.map((message) => message.map(({ tag }) => tag).join(' '))
}

describe('the messages of a file', () => {
  it('begin with their reference, whatever stands before and between', () => {
    const text = `Beispiel

ABNANL2A
940
ABNANL2A
:20:A
:25:1
:60F:C260322EUR1,
:62F:C260322EUR1,
-
ABNANL2A
940
ABNANL2A
:20:B
:60F:C260322EUR1,`
    expect(tags(text)).toEqual(['20 25 60F 62F', '20 60F'])
  })

  it('begin with an account or balance where the one before is closed', () => {
    expect(tags(':20:A\n:60F:x\n:62M:x\n:60M:x\n:61:x\n:62F:x\n:25:2\n:60F:x')).toEqual([
      '20 60F 62M',
      '60M 61 62F',
      '25 60F',
    ])
    expect(tags(':20:A\n:25:1\n:60F:x\n:61:x\n:61:x')).toEqual(['20 25 60F 61 61'])
  })

  it('are found behind the blocks of the network, on one line with them or not', () => {
    expect(tags('{1:F01X}{2:I940X}{3:{108:1}}{4:\n:20:A\n:62F:x\n-}{5:{MAC:0}}\n{1:F01X}{4::20:B')).toEqual([
      '20 62F',
      '20',
    ])
    expect(tags('{1:F01X}{4::20:A\n:62F:x\n-}{1:F01X}{4::20:B')).toEqual(['20 62F', '20'])
  })

  it('keep the lines that go on with a tag, and those alone', () => {
    const messages = cutMessages(':20:A\r\n:86:ONE\r\nTWO\r\n-\r\nTHREE\r\n-\r\n:20:B')
    expect(messages).toMatchObject([
      [
        { tag: '20', line: 1 },
        { tag: '86', line: 2, lines: ['ONE', 'TWO', '-', 'THREE'] },
      ],
      [{ tag: '20', line: 7 }],
    ])
  })

  it('are refused where there are more tags than any bank sends', () => {
    expect(tags(':20:\n'.repeat(600_001))).toBe('tooLarge')
  })
})
