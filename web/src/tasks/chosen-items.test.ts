import { expect, it } from 'vitest'
import type { Task } from './api.ts'
import { allItems, itemsAsked, sumOf } from './chosen-items.ts'

const item = (id: number, amount: number, currency = 'EUR') =>
  ({ id, amountDue: { amount, currency } }) as Task['items'][number]
const items = [item(1, 100_00), item(2, 50_00), item(3, 7_00, 'USD')]

it('an outcome is about everything until a person says otherwise', () => {
  expect(itemsAsked(items, allItems(items))).toEqual({})
  expect(itemsAsked(items, new Set([2]))).toEqual({ items: [2] })
})

it('sums what is ticked, one sum a currency', () => {
  expect(sumOf(items, allItems(items))).toEqual([
    { amount: 150_00, currency: 'EUR' },
    { amount: 7_00, currency: 'USD' },
  ])
  expect(sumOf(items, new Set())).toEqual([])
})
