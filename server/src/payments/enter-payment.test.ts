import { describe, expect, it } from 'vitest'
import { aFirm, type Firm, today } from '../invoices/testing/a-firm.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { AppError } from '../platform/http/app-error.ts'
import { allocateCredit, allocateCreditNote } from './allocate-credit.ts'
import { enterPayment, type PaymentInput } from './enter-payment.ts'
import { listPayments, paymentById } from './list-payments.ts'
import { previewPayment } from './preview-payment.ts'
import { proposeAllocation } from './propose-allocation.ts'
import { reversePayment } from './reverse-payment.ts'

const database = await testDatabase()
const firm = await aFirm(database)
let key = 0

const aPayment = (customer: number, fields: Partial<PaymentInput> = {}) => ({
  customerId: customer,
  receivedOn: '2026-11-20',
  amount: { amount: 1000, currency: 'EUR' },
  means: 'transfer' as const,
  reference: null,
  allocations: [],
  differences: [],
  entryKey: `payment-${++key}`,
  ...fields,
})

const enter = (input: ReturnType<typeof aPayment>, by: Firm = firm) =>
  by.work((db) => enterPayment(db, { input, today, factsChanged: by.factsChanged }))

const reverse = (payment: number, reason: 'rejected' | 'mistake' | 'undone', on?: string) =>
  firm.work((db) =>
    reversePayment(db, { payment, reason, on: on as never, note: null, today, factsChanged: firm.factsChanged }),
  )

const leftOf = async (...items: number[]): Promise<number[]> => {
  const rows = await firm.work((db) =>
    db.rows<{ id: number; left: number }>(sql`
      select id, amount_due as left from open_item where organization_id = current_organization() and id = any(${items})`),
  )
  return items.map((item) => rows.find(({ id }) => id === item)?.left ?? Number.NaN)
}

const refusalOf = async (attempt: Promise<unknown>): Promise<AppError> => {
  const error = await attempt.then(
    () => undefined,
    (refused: unknown) => refused,
  )
  if (!(error instanceof AppError)) throw error ?? new Error('It was accepted.')
  return error
}

describe('entering a payment', () => {
  it('settles the items to the cent, keeps the rest as the customer’s credit and asks for a new decision', async () => {
    const customer = await firm.customer()
    const [first = 0] = await firm.invoice({ customer, amount: 700 })
    firm.asked.length = 0
    const id = await enter(aPayment(customer, { allocations: [{ openItemId: first, amount: 650 }] }))
    expect(await leftOf(first)).toEqual([50])
    const row = await firm.work((db) => paymentById(db, id))
    expect(row.unallocated).toEqual({ amount: 350, currency: 'EUR' })
    expect(row.allocations).toMatchObject([{ amount: { amount: 650, currency: 'EUR' } }])
    expect(row.enteredBy).toBe('Claire Besson')
    expect(firm.asked).toEqual([customer])
  })

  it('twice with the same form is once, and the same form for another amount is refused', async () => {
    const customer = await firm.customer()
    const input = aPayment(customer)
    const [first, second] = await Promise.all([enter(input), enter(input)])
    expect(second).toBe(first)
    for (const other of [
      { amount: { amount: 999, currency: 'EUR' } },
      { receivedOn: '2026-11-19' },
      { means: 'cheque' as const },
      { reference: 'VIR 12' },
    ])
      expect((await refusalOf(enter({ ...input, ...other }))).code).toBe('entryKeyUsed')
    const [item = 0] = await firm.invoice({ customer, amount: 700 })
    const allocated = { ...input, allocations: [{ openItemId: item, amount: 1 }] }
    expect((await refusalOf(enter(allocated))).code).toBe('entryKeyUsed')
  })

  it('refuses more than is left with the invoice and both amounts in the sentence', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer, number: 'F-2026-0764', amount: 1_245_000 })
    const allocations = [{ openItemId: item, amount: 1_300_000 }]
    const refusal = await refusalOf(
      enter(aPayment(customer, { amount: { amount: 1_500_000, currency: 'EUR' }, allocations })),
    )
    expect(refusal.status).toBe(409)
    expect(refusal.sentence.fr).toContain(
      'Il reste 12\u00a0450,00\u00a0€ à payer sur F-2026-0764, pas 13\u00a0000,00\u00a0€',
    )
    expect(refusal.sentence.en).toContain('€12,450.00 is left to pay on F-2026-0764, not €13,000.00')
  })

  it('refuses a payment of tomorrow, and one of nothing', async () => {
    const customer = await firm.customer()
    expect((await refusalOf(enter(aPayment(customer, { receivedOn: '2026-11-24' })))).code).toBe('receivedInTheFuture')
    const nothing = aPayment(customer, { amount: { amount: 0, currency: 'EUR' } })
    expect((await refusalOf(enter(nothing))).code).toBe('amountAboveZero')
  })

  it('lets a parent pay for its child, and nobody else', async () => {
    const parent = await firm.customer()
    const child = await firm.customer({ parentId: parent })
    const stranger = await firm.customer()
    const [item = 0] = await firm.invoice({ customer: child, amount: 1000 })
    const allocations = [{ openItemId: item, amount: 400 }]
    expect((await refusalOf(enter(aPayment(stranger, { allocations })))).sentence.fr).toContain('autre client')
    firm.asked.length = 0
    await enter(aPayment(parent, { allocations }))
    expect(await leftOf(item)).toEqual([600])
    expect(firm.asked).toEqual([parent, child])
  })

  it('never over-allocates when two arrive at once, and the loser reads what is left', async () => {
    const customer = await firm.customer()
    const [a = 0, b = 0] = await firm.invoice({
      customer,
      lines: [
        ['2026-10-31', 1000],
        ['2026-11-30', 1000],
      ],
    })
    const both = [a, b].map((openItemId) => ({ openItemId, amount: 800 }))
    const amount = { amount: 1600, currency: 'EUR' }
    const attempts = await Promise.allSettled([
      enter(aPayment(customer, { amount, allocations: both })),
      enter(aPayment(customer, { amount, allocations: both.toReversed() })),
    ])
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = attempts.find((attempt) => attempt.status === 'rejected')?.reason as AppError
    expect(lost).toMatchObject({ code: 'allocationRefused', status: 409 })
    expect(lost.sentence.fr).toContain('Il reste 2,00\u00a0€')
    expect(await leftOf(a, b)).toEqual([200, 200])
  })

  it('closes a small gap with its reason, up to the limit of the organisation, and only the gap that is there', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer, amount: 10_000 })
    const close = (paid: number, amount: number) =>
      aPayment(customer, {
        amount: { amount: paid, currency: 'EUR' },
        allocations: [{ openItemId: item, amount: paid }],
        differences: [{ openItemId: item, amount, reason: 'bankFee' }],
      })
    expect((await refusalOf(enter(close(9499, 501)))).sentence.fr).toContain('dépasse la limite de 5,00\u00a0€')
    expect((await refusalOf(enter(close(9500, 400)))).sentence.fr).toContain('L’écart')
    const id = await enter(close(9500, 500))
    expect(await leftOf(item)).toEqual([0])
    await reverse(id, 'undone')
    expect(await leftOf(item)).toEqual([10_000])
  })

  it('closes no gap on an invoice it does not pay: not its own, not a stranger’s, not one in another currency', async () => {
    const customer = await firm.customer()
    const stranger = await firm.customer()
    const items = [
      await firm.invoice({ customer, amount: 300 }),
      await firm.invoice({ customer: stranger, amount: 300 }),
      await firm.invoice({ customer, amount: 300, currency: 'USD' }),
    ].flat()
    for (const openItemId of items) {
      const differences = [{ openItemId, amount: 300, reason: 'bankFee' as const }]
      const refusal = await refusalOf(enter(aPayment(customer, { differences })))
      expect([refusal.status, refusal.sentence.fr]).toEqual([422, expect.stringContaining('répartissez d’abord')])
    }
    expect(await leftOf(...items)).toEqual([300, 300, 300])
    const [item = 0] = items
    const gap = { openItemId: item, amount: 100, reason: 'bankFee' as const }
    const twice = aPayment(customer, {
      allocations: [{ openItemId: item, amount: 200 }],
      differences: [gap, gap],
    })
    expect((await refusalOf(enter(twice))).sentence.fr).toContain('deux fois')
  })
})

describe('taking a payment back', () => {
  const aPaidItem = async () => {
    const customer = await firm.customer({ automaticMeans: true })
    const [item = 0] = await firm.invoice({ customer, amount: 1000 })
    const payment = await enter(aPayment(customer, { allocations: [{ openItemId: item, amount: 1000 }] }))
    return { customer, item, payment }
  }

  it('undoes it within ten minutes; doing so twice changes nothing; the trace stays', async () => {
    const { item, payment } = await aPaidItem()
    await reverse(payment, 'undone')
    await reverse(payment, 'undone')
    expect(await leftOf(item)).toEqual([1000])
    const row = await firm.work((db) => paymentById(db, payment))
    expect(row).toMatchObject({ unallocated: { amount: 0 }, undoUntil: null, reversal: { reason: 'undone' } })
    expect((await refusalOf(reverse(payment, 'rejected'))).code).toBe('alreadyReversed')
  })

  it('after ten minutes asks for a reason, and a mistake then never was', async () => {
    const { payment } = await aPaidItem()
    await firm.work((db) =>
      db.run(sql`
        update payment set entered_at = entered_at - interval '10 minutes 1 second'
        where organization_id = current_organization() and id = ${payment}`),
    )
    expect((await refusalOf(reverse(payment, 'undone'))).code).toBe('tooLateToUndo')
    await reverse(payment, 'mistake')
    const row = await firm.work((db) => paymentById(db, payment))
    expect(row.reversal).toMatchObject({ reason: 'mistake', on: '2026-11-20' })
  })

  it('a rejection reopens the items from its day and lets them be chased although paid by direct debit', async () => {
    const { item, payment } = await aPaidItem()
    expect((await refusalOf(reverse(payment, 'rejected', '2026-11-19'))).code).toBe('reversalDay')
    await reverse(payment, 'rejected', '2026-11-22')
    const row = await firm.work((db) =>
      db.one(sql`
        select amount_due, rejected_on, automatic_means from open_item
        where organization_id = current_organization() and id = ${item}`),
    )
    expect(row).toEqual({ amount_due: 1000, rejected_on: '2026-11-22', automatic_means: true })
  })

  it('two at once on items they share reverse a shared difference once', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer, amount: 1000 })
    const half = (amount: number, gap: number) =>
      aPayment(customer, {
        amount: { amount, currency: 'EUR' },
        allocations: [{ openItemId: item, amount }],
        differences: gap > 0 ? [{ openItemId: item, amount: gap, reason: 'discount' as const }] : [],
      })
    const payments = [await enter(half(500, 0)), await enter(half(400, 100))]
    await Promise.all(payments.map((payment) => reverse(payment, 'mistake')))
    expect(await leftOf(item)).toEqual([1000])
  })
})

describe('what is in hand', () => {
  it('a credit is allocated later, never more than is left of it', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer, amount: 5000 })
    const from = await enter(aPayment(customer))
    const allocate = (amount: number) =>
      firm.work((db) =>
        allocateCredit(db, {
          from,
          allocations: [{ openItemId: item, amount }],
          today,
          factsChanged: firm.factsChanged,
        }),
      )
    await allocate(600)
    const refusal = await refusalOf(allocate(600))
    expect(refusal.sentence.fr).toContain('il n’y a que 4,00\u00a0€ à répartir')
    expect(await leftOf(item)).toEqual([4400])
  })

  it('a credit note is set against debts and both go down; an invoice is no credit note', async () => {
    const customer = await firm.customer()
    const [debt = 0] = await firm.invoice({ customer, amount: 5000 })
    const [note = 0] = await firm.invoice({ customer, kind: 'creditNote', amount: -1200 })
    const allocate = (from: number, amount: number) =>
      firm.work((db) =>
        allocateCreditNote(db, {
          from,
          allocations: [{ openItemId: debt, amount }],
          today,
          factsChanged: firm.factsChanged,
        }),
      )
    await allocate(note, 1000)
    expect(await leftOf(debt, note)).toEqual([4000, -200])
    expect((await refusalOf(allocate(note, 201))).status).toBe(409)
    expect((await refusalOf(allocate(debt, 1))).code).toBe('isNoCreditNote')
    const paid = aPayment(customer, { allocations: [{ openItemId: note, amount: 1 }] })
    expect((await refusalOf(enter(paid))).sentence.fr).toContain('est un avoir et ne se règle pas')
  })
})

describe('before a payment is entered', () => {
  it('proposes the exact items if some come to the amount, else the oldest first, and warns of a likeness', async () => {
    const customer = await firm.customer()
    const [old = 0] = await firm.invoice({ customer, due: '2026-09-10', amount: 1_245_000 })
    const [late = 0] = await firm.invoice({ customer, due: '2026-10-31', amount: 820_800 })
    const propose = (amount: number, preferItemId?: number) =>
      firm.work((db) =>
        proposeAllocation(db, {
          customerId: customer,
          amount: { amount, currency: 'EUR' },
          receivedOn: '2026-11-20',
          preferItemId,
        }),
      )
    const proposed = async (...asked: Parameters<typeof propose>) => {
      const { items, unallocated, isExact } = await propose(...asked)
      return [
        items.find(({ openItemId }) => openItemId === old)?.proposed,
        items.find(({ openItemId }) => openItemId === late)?.proposed,
        unallocated,
        isExact,
      ]
    }
    expect(await proposed(820_800)).toEqual([0, 820_800, 0, true])
    expect(await proposed(1_500_000)).toEqual([1_245_000, 255_000, 0, false])
    expect(await proposed(1_500_000, late)).toEqual([679_200, 820_800, 0, false])
    expect(await proposed(2_100_000)).toEqual([1_245_000, 820_800, 34_200, false])
    expect((await propose(820_800)).looksLike).toBeNull()
    const entered = await enter(
      aPayment(customer, { receivedOn: '2026-11-18', amount: { amount: 820_800, currency: 'EUR' } }),
    )
    expect((await propose(820_800)).looksLike).toEqual({ paymentId: entered, receivedOn: '2026-11-18' })
  })

  it('says what will happen and writes nothing', async () => {
    const customer = await firm.customer()
    const [a = 0] = await firm.invoice({ customer, number: 'F-A', amount: 1000 })
    const [b = 0] = await firm.invoice({ customer, number: 'F-B', amount: 5000 })
    await firm.work((db) =>
      db.run(sql`
        insert into task (organization_id, kind, customer_id, open_item_id, step_key, delay_days, title, due_on)
        values (current_organization(), 'call', ${customer}, ${a}, 'call', 40, 'Appeler', ${today})`),
    )
    const input = aPayment(customer, {
      amount: { amount: 1600, currency: 'EUR' },
      allocations: [
        { openItemId: a, amount: 1000 },
        { openItemId: b, amount: 400 },
      ],
    })
    const effects = await firm.work((db) => previewPayment(db, { input, today, language: 'fr' }))
    expect(effects.map(({ sentence }) => sentence.replaceAll('\u00a0', ' '))).toEqual([
      'L’appel d’aujourd’hui est retiré de votre liste',
      'F-A sera soldée',
      'F-B : il restera 46,00 € à payer',
      '2,00 € restent en avance du client',
    ])
    expect(await leftOf(a, b)).toEqual([1000, 5000])
  })

  it('names the day of a due line that is not all of its invoice', async () => {
    const customer = await firm.customer()
    const [first = 0] = await firm.invoice({
      customer,
      number: 'F-D',
      lines: [
        ['2026-09-30', 1000],
        ['2026-12-30', 1000],
      ],
    })
    const pays = (amount: number) =>
      aPayment(customer, { amount: { amount, currency: 'EUR' }, allocations: [{ openItemId: first, amount }] })
    const said = async (amount: number, language: 'fr' | 'en') => {
      const effects = await firm.work((db) => previewPayment(db, { input: pays(amount), today, language }))
      return effects.map(({ sentence }) => sentence)
    }
    expect(await said(1000, 'fr')).toEqual(['L’échéance du 30/09/2026 de F-D sera soldée'])
    expect(await said(1000, 'en')).toEqual(['F-D, due 30 Sep 2026, will be paid in full'])
    expect(await said(400, 'en')).toEqual(['F-D, due 30 Sep 2026: €6.00 will be left to pay'])
  })

  it('says of a prepared e-mail whether it still has something to ask for', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer, number: 'F-C', amount: 48_400 })
    await firm.work((db) =>
      db.run(sql`
        with prepared as (
          insert into reminder (organization_id, customer_id, legal_entity_id, carrying_item_id, about, tone, step_key,
            delay_days, decided_on, state, message_id)
          select organization_id, customer_id, legal_entity_id, id, 'overdue', 'friendly', 'a', 7,
            ${today}, 'pendingApproval', 'prepared@example'
          from open_item where organization_id = current_organization() and id = ${item}
          returning organization_id, id)
        insert into reminder_item (organization_id, reminder_id, open_item_id, step_key, delay_days, days_late, currency,
          amount_due)
        select organization_id, id, ${item}, 'a', 7, 8, 'EUR', 48400 from prepared`),
    )
    const told = async (amount: number, allocated = amount) => {
      const allocations = allocated > 0 ? [{ openItemId: item, amount: allocated }] : []
      const input = aPayment(customer, { amount: { amount, currency: 'EUR' }, allocations })
      const effects = await firm.work((db) => previewPayment(db, { input, today, language: 'fr' }))
      return effects.find(({ kind }) => kind === 'reminder')?.sentence
    }
    const changes = 'L’e-mail préparé prend les nouveaux montants'
    const stays = 'L’e-mail préparé ne partira pas'
    expect(await told(48_400)).toBe(stays)
    expect(await told(40_000)).toBe(changes)
    expect(await told(48_000)).toBe(stays) // 4,00 € are under the tolerance of 5,00 €
    expect(await told(47_900)).toBe(changes)
    expect(await told(48_400, 0)).toBe(stays) // all of it kept as the customer’s credit
    expect(await told(10_000, 0)).toBe(changes)
  })
})

describe('the list of payments', () => {
  it('pages latest first without gap or repeat, and its total leaves out what was reversed', async () => {
    const other = await aFirm(database, 'Liste')
    const customer = await other.customer({ name: 'Éts Perreau' })
    const days = ['2026-11-20', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-18']
    const ids: number[] = []
    for (const receivedOn of days) ids.push(await enter(aPayment(customer, { receivedOn }), other))
    await other.work((db) =>
      reversePayment(db, {
        payment: ids[2] ?? 0,
        reason: 'mistake',
        note: null,
        today,
        factsChanged: other.factsChanged,
      }),
    )
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const page = await other.work((db) => listPayments(db, { view: 'all', limit: 2, cursor, q: 'ets perr' }))
      seen.push(...page.rows.map(({ id }) => id))
      expect(page).toMatchObject({ count: 5, total: [{ amount: 4000, currency: 'EUR' }] })
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual([ids[1], ids[0], ids[2], ids[4], ids[3]])
    const reversed = await other.work((db) => listPayments(db, { view: 'reversed', limit: 10 }))
    expect(reversed.rows.map(({ id }) => id)).toEqual([ids[2]])
    expect((await refusalOf(other.work((db) => listPayments(db, { view: 'all', limit: 2, cursor: 'xx' })))).code).toBe(
      'foreignCursor',
    )
  })
})
