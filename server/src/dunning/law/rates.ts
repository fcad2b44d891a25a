import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { halfYearAfter, halfYearOf, type KnownRates } from '@quittance/core/dunning/late-interest.ts'
import { type HalfYear, type HalfYearRates, lateInterestRates } from '@quittance/core/dunning/late-interest-rates.ts'
import { derivedRates, rateSource, ratesWith } from '@quittance/core/dunning/law/rate-table.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError } from '../../platform/http/app-error.ts'

interface EnteredRate extends HalfYearRates {
  readonly halfYear: HalfYear
  readonly source: string
  readonly readOn: CalendarDate
  readonly enteredBy: string | null
}

const enteredRates = (db: Db): Promise<EnteredRate[]> =>
  db.rows<EnteredRate>(sql`
    select r.half_year as "halfYear", r.main_refinancing as "mainRefinancing", r.legal, r.source, r.read_on as "readOn", p.name as "enteredBy"
    from half_year_rate r left join person p on p.organization_id = r.organization_id and p.id = r.entered_by
    where r.organization_id = current_organization() order by r.half_year`)

/** The rates that come with the program, with those of the organisation over them. */
export async function knownRates(db: Db): Promise<KnownRates> {
  return ratesWith(Object.fromEntries((await enteredRates(db)).map((rate) => [rate.halfYear, rate])))
}

/** The table of rates, the latest half-year first: the one under way stands in it even when nobody knows it, and the next one from December and June on. */
export async function rateTable(db: Db, today: CalendarDate) {
  const entered = new Map((await enteredRates(db)).map((rate) => [rate.halfYear, rate]))
  const current = halfYearOf(today)
  const asked = /-(?:06|12)-/.test(today) ? [current, halfYearAfter(current)] : [current]
  const halfYears = new Set([...(Object.keys(lateInterestRates) as HalfYear[]), ...entered.keys(), ...asked])
  return {
    current,
    rates: [...halfYears]
      .toSorted()
      .reverse()
      .map((halfYear) => rateRow(halfYear, entered.get(halfYear))),
  }
}

function rateRow(halfYear: HalfYear, entered: EnteredRate | undefined) {
  const known = entered ?? lateInterestRates[halfYear]
  return {
    halfYear,
    mainRefinancing: known?.mainRefinancing ?? null,
    legal: known?.legal ?? null,
    derived: known ? derivedRates(known) : null,
    origin: entered ? ('entered' as const) : known ? rateSource(halfYear) : ('missing' as const),
    source: entered?.source ?? null,
    readOn: entered?.readOn ?? null,
    enteredBy: entered?.enteredBy ?? null,
  }
}

/** Writes the rate of a half-year over what the program brings; the journal keeps both. */
export async function enterRate(
  db: Db,
  halfYear: HalfYear,
  rate: Omit<EnteredRate, 'halfYear' | 'enteredBy'>,
): Promise<void> {
  const before = (await knownRates(db))[halfYear] ?? null
  await db.run(sql`
    insert into half_year_rate (organization_id, half_year, main_refinancing, legal, source, read_on, entered_by)
    values (current_organization(), ${halfYear}, ${rate.mainRefinancing}, ${rate.legal}, ${rate.source}, ${rate.readOn}, current_person())
    on conflict (organization_id, half_year) do update set main_refinancing = excluded.main_refinancing, legal = excluded.legal,
      source = excluded.source, read_on = excluded.read_on, entered_by = excluded.entered_by, entered_at = clock_timestamp()`)
  await recordInJournal(db, {
    act: 'entered',
    thing: 'half_year_rate',
    details: { halfYear, ...rate, before },
  })
}

/** Takes the entered rate away: that of the program holds again, or none. */
export async function forgetRate(db: Db, halfYear: HalfYear): Promise<void> {
  const gone = await db.run(sql`
    delete from half_year_rate where organization_id = current_organization() and half_year = ${halfYear}`)
  if (gone === 0) throw notEntered()
  await recordInJournal(db, { act: 'removed', thing: 'half_year_rate', details: { halfYear } })
}

const notEntered = (): AppError =>
  new AppError('rateNotEntered', 404, {
    fr: 'Ce taux n’a pas été saisi ici : il n’y a rien à retirer.',
    en: 'This rate was not entered here: there is nothing to remove.',
  })
