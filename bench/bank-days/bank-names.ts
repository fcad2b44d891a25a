import type { Dice } from './dice.ts'
import type { Called } from './firm-names.ts'

/** Capitals without accents: what banks let through. */
export const bankLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'OE')
    .toUpperCase()
    .replace(/[^A-Z0-9 /().,'+:?-]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

const shortened: readonly (readonly [RegExp, string])[] = [
  [/\bETABLISSEMENTS\b/, 'ETS'],
  [/\bSOCIETE\b/, 'STE'],
  [/\bENTREPRISE\b/, 'ENT'],
  [/\bTRAVAUX PUBLICS\b/, 'TP'],
  [/\bSAINT\b/, 'ST'],
  [/\bET FILS\b/, 'FILS'],
  [/\bCONSTRUCTION\b/, 'CONST'],
  [/\bINDUSTRIE\b/, 'IND'],
  [/\bDISTRIBUTION\b/, 'DISTRIB'],
  [/\bCENTRE HOSPITALIER\b/, 'CH'],
  [/\bMENUISERIE\b/, 'MENUIS'],
  [/\bTRANSPORTS\b/, 'TRANSP'],
  [/\bGROUPE\b/, 'GRP'],
  [/\bFRERES\b/, 'FRS'],
]

const shorten = (dice: Dice, name: string): string =>
  shortened.reduce((text, [long, short]) => (dice.inThousand(600) ? text.replace(long, short) : text), name)

/** The one way a payer's bank prints him, for all his payments. `limit` is where it cuts. */
export function asBankPrints(dice: Dice, called: Called, tradeName: string): { name: string; limit: number } {
  const core = bankLetters(called.core)
  const form = bankLetters(called.form)
  const written = dice.weighted([
    [4, core],
    [3, `${form} ${core}`.trim()],
    [3, `${core} ${form}`.trim()],
    [2, shorten(dice, `${form} ${core}`.trim())],
    [2, shorten(dice, core)],
    [1, core.replace(/[-']/g, ' ')],
    [1, core.replace(/[ '-]/g, '')],
    [1, `${[...form].join('.')}. ${core}`.replace(/^\. /, '')],
  ])
  const name = tradeName !== '' && dice.inThousand(350) ? bankLetters(tradeName) : written
  const limit = dice.weighted([
    [3, 24],
    [3, 31],
    [4, 35],
    [8, 70],
  ])
  return { name: name.slice(0, limit).trim(), limit }
}
