import { matchesWords } from './match-words.ts'

/** An act that takes a customer, and the other words that call it. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly keywords: string
}

export interface ReadCommand<One extends Command> {
  readonly command: One
  /** Whom it is for, as typed. */
  readonly rest: string
}

/**
 * « saisir un règlement castel » is the act « Saisir un règlement » for « castel »: the longest beginning whose words
 * all call an act, with something left after it. Undefined when the beginning calls none, or nothing is left.
 */
export function readCommand<One extends Command>(
  typed: string,
  commands: readonly One[],
): ReadCommand<One> | undefined {
  const words = typed.trim().split(/\s+/)
  for (let taken = words.length; taken > 0; taken--) {
    const said = words.slice(0, taken).join(' ')
    const command = said.length < 3 ? undefined : commands.find((one) => calls(one, said))
    if (command) return taken === words.length ? undefined : { command, rest: words.slice(taken).join(' ') }
  }
  return undefined
}

const calls = ({ label, keywords }: Command, said: string): boolean =>
  matchesWords(label, said) || keywords.split(',').some((other) => matchesWords(other, said))
