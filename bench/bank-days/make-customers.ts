import { asBankPrints, bankLetters } from './bank-names.ts'
import type { Dice } from './dice.ts'
import { asInBooks, type Called, cities, firmCalled, networkName, personName } from './firm-names.ts'
import { someIban, someSiren } from './iban.ts'
import { habitOf, type Payer } from './payer-habits.ts'
import type { WhoClass, YearCustomer } from './year.ts'

interface Given {
  readonly called: Called
  readonly city: string
  readonly parent: string | null
  readonly inNetwork: boolean
}

/** Every customer with the way he pays; `count` of them, networks and homonyms included. */
export function makeCustomers(dice: Dice, count: number): Payer[] {
  const payers: Payer[] = []
  const add = (given: Given): Payer => {
    const payer = payerOf(dice, given, `C${String(payers.length + 1).padStart(4, '0')}`)
    payers.push(payer)
    return payer
  }
  while (payers.length < count * 0.2) addNetwork(dice, add)
  while (payers.length < count) {
    const city = dice.of(cities)
    const twin = dice.inThousand(30) ? payers[dice.below(payers.length)]?.called : undefined
    add({ called: twin ?? firmCalled(dice, city), city, parent: null, inNetwork: false })
  }
  return withThirdParties(dice, withCentralPayers(dice, payers))
}

/** Members called alike but for the town; a head above some of them. */
function addNetwork(dice: Dice, add: (given: Given) => Payer): void {
  const core = networkName(dice)
  const form = dice.of(['SAS', 'SARL', ''])
  const called = (ending: string): Called => ({
    core: `${core} ${ending}`.trim(),
    form,
    country: 'FR',
    kind: 'network',
  })
  const head = dice.inThousand(600)
    ? add({
        called: called(dice.of(['France', 'Holding', 'Distribution', ''])),
        city: 'Paris',
        parent: null,
        inNetwork: true,
      })
    : null
  const towns = dice.shuffled(cities).slice(0, dice.between(3, 7))
  for (const town of towns) {
    const ending = dice.weighted([
      [5, town],
      [2, town.split('-')[0] ?? town],
      [1, String(dice.between(2, 89))],
    ])
    add({ called: called(ending), city: town, parent: head?.customer.id ?? null, inNetwork: true })
  }
}

function payerOf(dice: Dice, { called, city, parent, inNetwork }: Given, id: string): Payer {
  const country = called.country
  const [termsDays, endOfMonth] = dice.weighted<readonly [number, boolean]>([
    [6, [30, false]],
    [3, [45, false]],
    [3, [30, true]],
    [2, [45, true]],
    [2, [60, false]],
    [1, [0, false]],
  ])
  const discounted = termsDays >= 30 && dice.inThousand(70)
  const trade = !inNetwork && called.kind !== 'public' && dice.inThousand(150) ? tradeNameOf(dice) : ''
  const weight = dice.weighted([
    [8, 1],
    [5, 2],
    [3, 4],
    [2, 8],
    [1, 20],
  ])
  const ibans = Array.from({ length: dice.inThousand(170) ? 2 : 1 }, () => someIban(dice, country))
  const customer: YearCustomer = {
    id,
    name: asInBooks(dice, called),
    tradeName: trade,
    siren: country === 'FR' && dice.inThousand(900) ? someSiren(dice) : '',
    city,
    country,
    // Some changed their bank, and the books do not know yet.
    iban: dice.inThousand(450) ? (ibans[0] ?? '') : dice.inThousand(40) ? someIban(dice, country) : '',
    accountCode: accountCodeOf(dice, called, id),
    parent,
    termsDays,
    endOfMonth,
    discountPoints: discounted ? dice.of([50, 100, 150, 200]) : 0,
    discountDays: discounted ? dice.of([8, 10, 15]) : 0,
  }
  return {
    customer,
    called,
    habit: habitOf(dice, customer, called, weight >= 8),
    bills: dice.weighted<Payer['bills']>([
      [4, 'free'],
      [2, 'monthly'],
      [2, 'prices'],
      [1, 'hours'],
    ]),
    weight,
    who: 'itself',
    printedName: asBankPrints(dice, called, trade).name,
    ibans,
    paidBy: null,
    forgetsToPay: dice.of([0, 0, 0, 20, 60]),
  }
}

const tradeNameOf = (dice: Dice): string =>
  dice.of(['Le Comptoir', 'Chez', 'Espace', "L'Atelier", 'La Maison']) +
  ` ${dice.of(['du Bois', 'des Saveurs', 'Vert', 'Bleu', 'du Fleuve', 'Gourmand', 'des Arts', 'Moderne'])}`

/** Of the letters of the name or of the customer's number, and unlike any other. */
const accountCodeOf = (dice: Dice, called: Called, id: string): string => {
  const letters = bankLetters(called.core).replace(/[^A-Z0-9]/g, '')
  const rank = id.slice(1)
  return dice.of([`411${letters.slice(0, 5)}${rank}`, `411${rank}`, `C${letters.slice(0, 7)}${rank}`, `9${rank}`])
}

/** A head that pays for its members does so for all of them, in its own runs. */
function withCentralPayers(dice: Dice, payers: readonly Payer[]): Payer[] {
  const heads = new Map(payers.map((payer) => [payer.customer.id, payer]))
  const central = new Set(
    [...new Set(payers.flatMap(({ customer }) => customer.parent ?? []))].filter(() => dice.inThousand(550)),
  )
  return payers.map((payer) => {
    if (central.has(payer.customer.id)) return { ...payer, habit: { ...payer.habit, takesDiscount: false } }
    const head = payer.customer.parent === null ? undefined : heads.get(payer.customer.parent)
    if (head === undefined || !central.has(head.customer.id)) return payer
    return { ...payer, who: 'parent', paidBy: head.customer.id, printedName: head.printedName, ibans: head.ibans }
  })
}

const factors = ['BNP PARIBAS FACTOR', 'EUROFACTOR', 'CGA', 'FACTOFRANCE', 'BPCE FACTOR'] as const
/** Who moves the money of others. */
const payingAgents = ['LEMONWAY', 'GOCARDLESS SAS', 'MANGOPAY SA', 'LIBEO', 'SLIMPAY'] as const

/** Some are paid for by somebody who is no customer at all. */
function withThirdParties(dice: Dice, payers: readonly Payer[]): Payer[] {
  const accounts = new Map<string, string>()
  const accountOf = (name: string): string => {
    const iban = accounts.get(name) ?? someIban(dice, 'FR')
    accounts.set(name, iban)
    return iban
  }
  const paidBy = (payer: Payer, who: WhoClass, name: string): Payer => ({
    ...payer,
    who,
    printedName: name,
    ibans: [accountOf(name)],
    customer: { ...payer.customer, iban: '' },
  })
  const directors: string[] = []
  const director = (): string => {
    const fresh = bankLetters(`${dice.of(['M ', 'MR ', 'M OU MME ', ''])}${personName(dice)}`)
    // One man may own two firms.
    const name = directors.length > 0 && dice.inThousand(300) ? dice.of(directors) : fresh
    directors.push(name)
    return name
  }
  return payers.map((payer) => {
    const { kind } = payer.called
    if (payer.who === 'parent') return payer
    if (kind === 'public' && dice.inThousand(700)) {
      return paidBy(
        payer,
        'treasury',
        dice.of([`SGC ${bankLetters(payer.customer.city)}`, 'DRFIP AUVERGNE RHONE ALPES']),
      )
    }
    if (kind === 'foreign' || kind === 'network') return payer
    if (dice.inThousand(20)) return paidBy(payer, 'factor', dice.of(factors))
    if (dice.inThousand(15)) return paidBy(payer, 'factor', dice.of(payingAgents))
    // Called otherwise today than when the books first knew him.
    if (dice.inThousand(20)) return { ...payer, printedName: bankLetters(firmCalled(dice, payer.customer.city).core) }
    if (dice.inThousand(25)) return paidBy(payer, 'director', director())
    if (dice.inThousand(15)) return paidBy(payer, 'sister', bankLetters(firmCalled(dice, payer.customer.city).core))
    return payer
  })
}
