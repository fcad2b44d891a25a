import { figuresOf } from './figures.ts'
import { judgeYear } from './judge-year.ts'
import { makeYear } from './make-year.ts'
import { matchers } from './matcher.ts'
import { describe } from './print-figures.ts'

const [seeds, format, show] = process.argv.slice(2)
const lines = seeds
  .split(',')
  .flatMap(
    (s) =>
      judgeYear(makeYear({ seed: Number(s), lines: 1500, customers: 300 }), matchers['quittance'], {
        regime: 'daily',
        format,
      }).lines,
  )
const f = figuresOf('all', lines)
console.log(JSON.stringify(f))
for (const l of lines) {
  const pays = l.line.truth.allocations.length > 0
  if (l.isAuto && (!l.isFirstRight || !pays)) console.log('WRONG\n' + describe(l) + '\n')
  else if (show && pays && !l.isFirstRight && l.line.amountClass !== 'cheques')
    console.log('LOST\n' + describe(l) + '\n')
}
