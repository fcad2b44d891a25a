import { describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aDesk, type Desk, factsOf } from '../testing/a-desk.ts'

const database = await testDatabase()

const headers =
  'customer_id,name,trade_name,siren,city,country,iban,account_code,parent_customer_id,terms_days,end_of_month,early_discount_pct,early_discount_days'

const list = (...rows: string[]): string => `${[headers, ...rows].join('\n')}\n`

const brun = 'C1,Brun SARL,Chez Brun,732829320,Lyon,FR,FR7630006000011234567890189,411BRUN,C9,30,0,2,10'
const noir = 'C2,Noir SA,,552100554,Paris,Belgique,,,C1,45,1,,'
const siege = 'C9,Groupe Brun,,,Lyon,FR,,,,,,,'

const cardsOf = (desk: Desk) =>
  desk.rows<Record<string, unknown>>(sql`
    select c.code, c.name, c.trade_name as trade, c.siren, c.city, c.country, c.account_code as account,
      c.payment_terms as terms, c.early_discount_basis_points as discount, c.early_discount_days as days, p.code as parent,
      (select string_agg(i.iban || ' ' || i.learnt_from, ', ' order by i.iban) from customer_iban i
        where i.organization_id = c.organization_id and i.customer_id = c.id) as ibans
    from customer c
    left join customer p on p.organization_id = c.organization_id and p.id = c.parent_id
    where c.organization_id = current_organization()
    order by c.code`)

const counts = ({ summary }: { readonly summary: { customers: unknown; ready: number; toFix: number } | null }) => ({
  ...(summary?.customers as object),
  toFix: summary?.toFix,
})

describe('a list of customers', () => {
  it('makes customers with all it says of them, parents that come later in the file among them', async () => {
    const desk = await aDesk(database)
    const before = await desk.shown(await desk.drop(list(brun, noir, siege)))
    expect([before.error, counts(before)]).toEqual([null, { added: 3, changed: 0, unchanged: 0, toFix: 0 }])
    const { state, summary } = await desk.apply(before.id)
    expect([state, summary?.newInvoices, summary?.customers]).toEqual([
      'imported',
      0,
      { added: 3, changed: 0, unchanged: 0 },
    ])
    expect(await cardsOf(desk)).toEqual([
      {
        code: 'C1',
        name: 'Brun SARL',
        trade: 'Chez Brun',
        siren: '732829320',
        city: 'Lyon',
        country: 'FR',
        account: '411BRUN',
        terms: '30 jours',
        discount: 200,
        days: 10,
        parent: 'C9',
        ibans: 'FR7630006000011234567890189 file',
      },
      expect.objectContaining({ code: 'C2', country: 'BE', terms: '45 jours fin de mois', parent: 'C1', ibans: null }),
      expect.objectContaining({ code: 'C9', parent: null }),
    ])
  })

  it('brought twice changes nothing; later, only what it says otherwise', async () => {
    const desk = await aDesk(database)
    await desk.bring(list(brun, noir, siege))
    const facts = await factsOf(desk)
    const again = await desk.bring(list(brun, noir, siege))
    expect(counts(again)).toEqual({ added: 0, changed: 0, unchanged: 3, toFix: 0 })
    expect(await factsOf(desk)).toEqual(facts)

    const changed = brun.replace('Lyon', '').replace('30,0', '60,0').replace('0189,', '0189|DE89370400440532013000,')
    const later = await desk.shown(await desk.drop(list(changed, noir)))
    expect(counts(later)).toEqual({ added: 0, changed: 1, unchanged: 1, toFix: 0 })
    await desk.apply(later.id)
    expect((await cardsOf(desk))[0]).toMatchObject({
      city: 'Lyon',
      terms: '60 jours',
      ibans: 'DE89370400440532013000 file, FR7630006000011234567890189 file',
    })
  })

  it('is undone: what it made goes, what it changed is as it was', async () => {
    const desk = await aDesk(database)
    await desk.bring(list(siege, brun))
    const cards = await cardsOf(desk)
    const second = await desk.bring(
      list('C2,Noir SA,,,,,DE89370400440532013000,,,,,,', brun.replace('C9,30,0', 'C2,60,0'), 'C3,Vert,,,,,,,C2,,,,'),
    )
    expect((await cardsOf(desk)).map(({ parent }) => parent)).toEqual(['C2', null, 'C2', null])
    await desk.undo(second.id)
    expect(await cardsOf(desk)).toEqual(cards)
  })

  it('says who is a company, a public body, an individual; what says none of the three changes nothing', async () => {
    const desk = await aDesk(database)
    const rows = (...cells: string[]) =>
      [
        'Code;Raison sociale;Ville;Type client',
        ...cells.map((cell, index) => `C${index};Client ${index};Lyon;${cell}`),
      ].join('\n')
    const categories = async () =>
      (
        await desk.rows<{ category: string }>(sql`
          select category from customer where organization_id = current_organization() order by code`)
      ).map(({ category }) => category)
    await desk.bring(rows('Collectivité', 'Particulier', 'Entreprise', '', 'Grand compte'))
    expect(await categories()).toEqual(['publicBody', 'individual', 'company', 'company', 'company'])
    const again = await desk.bring(rows('', 'B2C', 'Organisme public', '', 'Grand compte'))
    expect(counts(again)).toMatchObject({ changed: 1, unchanged: 4 })
    expect(await categories()).toEqual(['publicBody', 'individual', 'publicBody', 'company', 'company'])
    expect(again.summary?.warnings).toMatchObject([{ code: 'categoryLeftOut', count: 1 }])
    await desk.undo(again.id)
    expect(await categories()).toEqual(['publicBody', 'individual', 'company', 'company', 'company'])
  })

  it('waits for a parent that another file brings', async () => {
    const desk = await aDesk(database)
    await desk.bring(list(brun))
    expect((await cardsOf(desk)).map(({ parent }) => parent)).toEqual([null])
    await desk.bring(list(siege))
    expect((await cardsOf(desk)).map(({ parent }) => parent)).toEqual(['C9', null])
  })

  it('refuses with its line what contradicts itself, and lets the others in', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(
      list(
        brun,
        'C1,Blanc,,,,,,,,,,,',
        siege.replace(/,$/, '').replace('FR,,,', 'FR,,,C1'),
        'C4,Gris,,,,,,,,bientôt,,,',
        ',,,,Lyon,,,,,,,,',
      ),
    )
    const { refusals, summary } = await desk.shown(file)
    expect(refusals.map(({ line, code }) => [line, code])).toEqual([
      [3, 'customerTwice'],
      [4, 'parentInRing'],
      [5, 'unreadableDays'],
      [6, 'missingCustomer'],
    ])
    expect(refusals[0]?.sentence).toContain('Ligne 3')
    expect([summary?.ready, summary?.customers?.added]).toEqual([1, 1])
    const { state } = await desk.apply(file)
    expect([state, (await cardsOf(desk)).map(({ code }) => code)]).toEqual(['imported', ['C1']])
  })

  it('of a customer known by name gives it its code, and a second row its further accounts', async () => {
    const desk = await aDesk(database)
    await desk.bring('N° facture;Client;Date;Échéance;Montant TTC\nF1;Brun;01/10/2026;31/10/2026;120,00\n')
    await desk.bring(
      'Code;Nom;Ville;IBAN\nC1;BRUN SARL;Lyon;FR7630006000011234567890189\nC1;BRUN SARL;;DE89370400440532013000\n',
    )
    expect(await cardsOf(desk)).toMatchObject([
      { code: 'C1', name: 'BRUN SARL', ibans: 'DE89370400440532013000 file, FR7630006000011234567890189 file' },
    ])
  })
})
