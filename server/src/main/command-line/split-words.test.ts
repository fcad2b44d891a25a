import { expect, it } from 'vitest'
import { splitWords } from './split-words.ts'

it.each([
  ['import a.csv  --json', ['import', 'a.csv', '--json']],
  [
    `import "mes factures.csv" --organization 'L"Atelier'`,
    ['import', 'mes factures.csv', '--organization', 'L"Atelier'],
  ],
  ['--name=""', ['--name=']],
  ['""', ['']],
  ['', []],
])('%s is cut as a shell would', (line, words) => expect(splitWords(line)).toEqual(words))

it('a quote that never closes is no command', () => expect(splitWords('import "a.csv')).toBeUndefined())
