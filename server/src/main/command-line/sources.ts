import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { listSources, type ShownSource } from '../../imports/sources/list-sources.ts'
import type { Commanded, ExitCode } from './command.ts'
import { chooseOrganization, inOrganization } from './organizations.ts'
import { shown } from './remind.ts'
import type { Terminal } from './terminal.ts'

/** Where invoices keep coming from and how fresh that is; 1 when one in use is too old or could not be looked at. */
export async function sourcesCommand(given: Commanded): Promise<ExitCode> {
  const { terminal, asked } = given
  const organization = await chooseOrganization(given)
  const { language } = terminal
  const listed = await inOrganization(
    given,
    organization.id,
  )((db) => listSources(db, { today: organization.today, language }))
  const code = listed.sources.some(isToLookAt) ? 1 : 0
  if (asked.json) {
    await terminal.line(JSON.stringify({ command: 'sources', organization: shown(organization), ...listed }))
    return code
  }
  if (listed.sources.length === 0) await terminal.line(terminal.words.noSource)
  for (const source of listed.sources) {
    await terminal.line(lineOf(source, terminal))
    if (source.trouble !== null) await terminal.line(`  ${source.trouble}`)
    for (const file of source.waiting) await terminal.line(`  ${file.name}: ${file.sentence}`)
  }
  return code
}

const isToLookAt = ({ isActive, isFresh, trouble, waiting }: ShownSource): boolean =>
  isActive && (!isFresh || trouble !== null || waiting.length > 0)

function lineOf({ name, isActive, isFresh, lastGoodOn, ageDays }: ShownSource, { words, language }: Terminal): string {
  const state = !isActive ? words.sourceOff : isFresh ? words.sourceFresh : words.sourceStale
  return lastGoodOn === null
    ? words.sourceNever(name, state)
    : words.source(name, state, formatDate(asDate(lastGoodOn), language), ageDays ?? 0)
}
