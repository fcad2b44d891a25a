import { describe, expect, it } from 'vitest'
import { compile, sql } from './sql.ts'

describe('sql', () => {
  it('keeps every value out of the text', () => {
    const name = `'; drop table invoice; --`
    expect(compile(sql`select * from customer where name = ${name} and id = ${7}`)).toMatchObject({
      text: 'select * from customer where name = $1 and id = $2',
      values: [name, 7],
    })
  })

  it('numbers the values of pieces that stand inside one another in reading order', () => {
    const late = sql`due < ${'2026-01-01'} and open > ${0}`
    const filters = sql.join([late, sql`currency = ${'EUR'}`], sql` and `)
    expect(compile(sql`select ${1} where ${filters} limit ${50}`)).toMatchObject({
      text: 'select $1 where due < $2 and open > $3 and currency = $4 limit $5',
      values: [1, '2026-01-01', 0, 'EUR', 50],
    })
  })

  it('joins nothing to nothing and quotes names', () => {
    expect(compile(sql`a${sql.join([], sql`, `)}b`).text).toBe('ab')
    expect(compile(sql`select ${sql.identifier('quittance', 'a"b')}`).text).toBe('select "quittance"."a""b"')
  })

  it('gives one text one name, and another text another', () => {
    const page = (after: number) => compile(sql`select ${after}`).name
    expect(page(1)).toBe(page(2))
    expect(page(1)).not.toBe(compile(sql`select ${1} `).name)
  })

  it('takes what a query builder compiled, but not inside another statement', () => {
    const built = sql.compiled({ sql: 'select $1', parameters: [3] })
    expect(compile(built)).toMatchObject({ text: 'select $1', values: [3] })
    expect(() => compile(sql`with x as (${built}) select 1`)).toThrow('cannot stand inside')
  })

  it('refuses a forgotten value rather than writing null', () => {
    const forgotten = undefined as unknown as string
    expect(() => compile(sql`select ${1}, ${forgotten}`)).toThrow('Value 2 is undefined')
  })
})
