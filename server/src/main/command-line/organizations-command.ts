import { lineShape } from '../../platform/http/entered-shapes.ts'
import { type Chosen, type Commanded, CommandRefusal, type ExitCode } from './command.ts'
import { everyOrganization, foundOrganization, removeTrials } from './organizations.ts'

/** Lists the organisations, or with `add --name` founds one; one of that name that is there already stays as it is. */
export async function organizationsCommand(given: Commanded): Promise<ExitCode> {
  const { asked, terminal } = given
  await removeTrials(given)
  if (asked.what === undefined) return list(given)
  if (asked.what !== 'add') throw new CommandRefusal(terminal.words.tooMuch(asked.what))
  const name = asked.name?.trim() ?? ''
  if (name === '') throw new CommandRefusal(terminal.words.nameMissing)
  if (!lineShape(200).safeParse(name).success) throw new CommandRefusal(terminal.words.nameTooLong)
  const there = (await everyOrganization(given)).find((one) => !one.isDemo && one.name === name)
  const id = there?.id ?? (await foundOrganization(given, { name, isTrial: false }))
  if (asked.json) {
    const answer = { command: 'organizations', organization: { id, name }, isNew: there === undefined }
    await terminal.line(JSON.stringify(answer))
  } else {
    await terminal.line(there ? terminal.words.organizationThere(name, id) : terminal.words.organizationAdded(name, id))
  }
  return 0
}

async function list(given: Commanded): Promise<ExitCode> {
  const { asked, terminal } = given
  const all = await everyOrganization(given)
  if (asked.json) {
    const organizations = all.map(({ id, name, isDemo, timeZone, today }) => ({ id, name, isDemo, timeZone, today }))
    await terminal.line(JSON.stringify({ command: 'organizations', organizations }))
    return 0
  }
  if (all.length === 0) terminal.remark(terminal.words.noOrganization)
  for (const one of all) await terminal.line(lineOf(one, terminal.words.example))
  return 0
}

const lineOf = ({ id, name, isDemo }: Chosen, example: string): string =>
  `${String(id).padStart(4)}  ${name}${isDemo ? ` (${example})` : ''}`
