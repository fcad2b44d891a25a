import { type CalendarDate, minDate } from '../calendar/calendar-date.ts'
import type { Language } from '../money/format-money.ts'
import type { CustomerCategory } from './category.ts'

/** What is known of a customer, as far as merging two of them looks at it. */
export interface MergedCard {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly tradeName: string | null
  readonly category: CustomerCategory
  readonly siren: string | null
  readonly vatNumber: string | null
  readonly language: Language
  readonly currency: string
  readonly paymentTerms: string | null
  readonly automaticMeans: boolean
  readonly addressLine1: string | null
  readonly addressLine2: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly country: string
  readonly phone: string | null
  readonly salesRepId: number | null
  readonly collectorId: number | null
  readonly parentId: number | null
  /** Of its own; null: the default of its category. */
  readonly scenarioId: number | null
  readonly creditLimit: number | null
  readonly customerSince: CalendarDate | null
  readonly accountCode: string | null
  readonly earlyDiscountBasisPoints: number | null
  readonly earlyDiscountDays: number | null
  readonly awaitedParentCode: string | null
  readonly pausedOn: CalendarDate | null
  /** null while `pausedOn` is set: until somebody lifts it. */
  readonly pausedUntil: CalendarDate | null
  readonly pauseNote: string | null
  readonly handedOverOn: CalendarDate | null
  readonly insolvencyOn: CalendarDate | null
}

/** How the two stand to each other, and how soon each is chased. */
export interface Ties {
  /** The one kept belongs to the other, however far up. */
  readonly isBelowOther: boolean
  readonly otherIsBelow: boolean
  /** The scenario each follows, its own or by default, and the days after the due date of its first step. */
  readonly scenario: { readonly kept: Chased; readonly other: Chased }
  readonly today: CalendarDate
}

interface Chased {
  readonly id: number | null
  readonly firstStepDays: number | null
}

/** What contradicts, or what the more careful of the two decides: said before anybody merges. */
export type MergeWarning =
  | 'differentSiren'
  | 'differentVatNumber'
  | 'differentCurrency'
  | 'differentCategory'
  | 'differentLanguage'
  | 'keptBelongsToOther'
  | 'otherBelongsToKept'
  | 'gentlerScenario'
  | 'pauseStays'
  | 'handOverStays'
  | 'insolvencyStays'
  | 'automaticMeansStay'

export interface MergePlan {
  readonly becomes: MergedCard
  readonly warnings: readonly MergeWarning[]
}

/**
 * One customer of two: what the one kept says stays, what it does not say is taken from the other, and where the two
 * disagree on whether to chase, the more careful one wins: a pause, a hand-over, an insolvency, direct debit, the
 * scenario that begins later.
 */
export function mergeCustomers(kept: MergedCard, other: MergedCard, ties: Ties): MergePlan {
  const scenarioId = gentlerScenario(kept, other, ties)
  const becomes: MergedCard = {
    ...kept,
    ...address(kept, other),
    ...pause(kept, other, ties.today),
    ...discount(kept, other),
    tradeName: kept.tradeName ?? other.tradeName,
    accountCode: kept.accountCode ?? other.accountCode,
    siren: kept.siren ?? other.siren,
    vatNumber: kept.vatNumber ?? other.vatNumber,
    paymentTerms: kept.paymentTerms ?? other.paymentTerms,
    phone: kept.phone ?? other.phone,
    automaticMeans: kept.automaticMeans || other.automaticMeans,
    salesRepId: kept.salesRepId ?? other.salesRepId,
    collectorId: kept.collectorId ?? other.collectorId,
    parentId: parent(kept, other, ties),
    scenarioId,
    creditLimit: kept.creditLimit ?? other.creditLimit,
    customerSince: earlier(kept.customerSince, other.customerSince),
    handedOverOn: earlier(kept.handedOverOn, other.handedOverOn),
    insolvencyOn: earlier(kept.insolvencyOn, other.insolvencyOn),
  }
  return { becomes, warnings: warningsOf({ kept, other, becomes, ties }) }
}

/** Taken whole or not at all: a street of one and a town of the other is nobody's address. */
function address(kept: MergedCard, other: MergedCard) {
  const isSaid = [kept.addressLine1, kept.addressLine2, kept.postcode, kept.city].some((part) => part !== null)
  const { addressLine1, addressLine2, postcode, city, country } = isSaid ? kept : other
  return { addressLine1, addressLine2, postcode, city, country: isSaid || city !== null ? country : kept.country }
}

/** The rate and the days belong together. */
function discount(kept: MergedCard, other: MergedCard) {
  const { earlyDiscountBasisPoints, earlyDiscountDays } = kept.earlyDiscountBasisPoints === null ? other : kept
  return { earlyDiscountBasisPoints, earlyDiscountDays }
}

const isPaused = ({ pausedOn, pausedUntil }: MergedCard, today: CalendarDate): boolean =>
  pausedOn !== null && (pausedUntil === null || pausedUntil > today)

/** The pause that lasts longer; one that is over says nothing. */
function pause(kept: MergedCard, other: MergedCard, today: CalendarDate) {
  const longest = pauseThatStays(kept, other, today)
  const { pausedOn, pausedUntil, pauseNote } = longest
  return { pausedOn, pausedUntil, pauseNote }
}

function pauseThatStays(kept: MergedCard, other: MergedCard, today: CalendarDate): MergedCard {
  if (!isPaused(other, today)) return kept
  if (!isPaused(kept, today)) return other
  if (kept.pausedUntil === null) return kept
  return other.pausedUntil === null || other.pausedUntil > kept.pausedUntil ? other : kept
}

/** Nobody belongs to itself: where one of the two is above the other, what is above both stays. */
function parent(kept: MergedCard, other: MergedCard, { isBelowOther, otherIsBelow }: Ties): number | null {
  if (isBelowOther) return other.parentId
  return otherIsBelow ? kept.parentId : (kept.parentId ?? other.parentId)
}

/** The scenario that begins later after the due date; of two that begin on one day, that of the one kept. */
function gentlerScenario(kept: MergedCard, other: MergedCard, { scenario }: Ties): number | null {
  const [mine, theirs] = [scenario.kept, scenario.other]
  if (mine.id === theirs.id) return kept.scenarioId
  const begins = ({ firstStepDays }: Chased): number => firstStepDays ?? Number.POSITIVE_INFINITY
  if (begins(theirs) <= begins(mine)) return kept.scenarioId
  return other.scenarioId === null && other.category === kept.category ? null : theirs.id
}

const earlier = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || b === null ? (a ?? b) : minDate(a, b)

interface Told {
  readonly kept: MergedCard
  readonly other: MergedCard
  readonly becomes: MergedCard
  readonly ties: Ties
}

function warningsOf({ kept, other, becomes, ties }: Told): MergeWarning[] {
  const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b
  const told: readonly (readonly [MergeWarning, boolean])[] = [
    ['differentSiren', differ(kept.siren, other.siren)],
    ['differentVatNumber', differ(kept.vatNumber, other.vatNumber)],
    ['differentCurrency', kept.currency !== other.currency],
    ['differentCategory', kept.category !== other.category],
    ['differentLanguage', kept.language !== other.language],
    ['keptBelongsToOther', ties.isBelowOther],
    ['otherBelongsToKept', ties.otherIsBelow],
    ['insolvencyStays', other.insolvencyOn !== null && kept.insolvencyOn === null],
    ['handOverStays', other.handedOverOn !== null && kept.handedOverOn === null],
    ['pauseStays', isPaused(other, ties.today) && pauseThatStays(kept, other, ties.today) === other],
    ['automaticMeansStay', other.automaticMeans && !kept.automaticMeans],
    ['gentlerScenario', becomes.scenarioId !== kept.scenarioId],
  ]
  return told.filter(([, holds]) => holds).map(([warning]) => warning)
}
