import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { checkProjections, type ProjectionProblem } from '../check-projections.ts'
import type { Chosen, Commanded, ExitCode } from './command.ts'
import { chooseOrganization, everyOrganization, inOrganization } from './organizations.ts'
import { shown } from './remind.ts'

/** Proves again, for every organisation or the one said, that what is kept beside the facts agrees with them. */
export async function checkCommand(given: Commanded): Promise<ExitCode> {
  const { terminal, asked } = given
  const all = asked.organization === undefined ? await everyOrganization(given) : [await chooseOrganization(given)]
  const checked: { readonly organization: Chosen; readonly problems: readonly ProjectionProblem[] }[] = []
  for (const organization of all) {
    checked.push({ organization, problems: await inOrganization(given, organization.id)(checkProjections) })
  }
  const found = checked.flatMap((one) => one.problems)
  if (asked.json) {
    const organizations = checked.map(({ organization, problems }) => ({ ...shown(organization), problems }))
    await terminal.line(JSON.stringify({ command: 'check', organizations, problems: found.length }))
    return found.length === 0 ? 0 : 1
  }
  const { words, language } = terminal
  for (const { kind, name, currency, kept, facts } of found) {
    const say = (one: number | string | null) => {
      if (typeof one === 'number' && kind.endsWith('Count')) return String(one)
      if (typeof one === 'number') return formatMoney(money(one, asCurrency(currency)), language)
      return one === null ? '—' : formatDate(asDate(one), language)
    }
    await terminal.line(words.problem({ kind, name, kept: say(kept), facts: say(facts) }))
  }
  const names = all.map((one) => one.name).join(', ') || '—'
  await terminal.line(found.length === 0 ? words.checked(names) : words.problems(found.length))
  return found.length === 0 ? 0 : 1
}
