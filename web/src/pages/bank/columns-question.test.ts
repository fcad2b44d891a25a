import { expect, it } from 'vitest'
import { canBeRead, columnsShown } from './columns-question.ts'

const column = (header: string) => ({ header, samples: ['1', '2'] })

it('asks what the columns hold when the refusal shows three of them or more', () => {
  const columns = [column('A'), column('B'), column('C')]
  expect(columnsShown({ columns })).toEqual(columns)
  expect(columnsShown({ columns: columns.slice(1) })).toBeUndefined()
  expect(columnsShown({ columns: [...columns, 'D'] })).toBeUndefined()
  expect(columnsShown({})).toBeUndefined()
})

it('can go on once the day, the words and the amount are named', () => {
  expect(canBeRead(['bookedOn', 'label', 'amount'])).toBe(true)
  expect(canBeRead(['bookedOn', null, 'amount'])).toBe(false)
})
