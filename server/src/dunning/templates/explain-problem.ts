import type { Language } from '@quittance/core/money/format-money.ts'
import type { Sentence } from '../../platform/http/app-error.ts'
import type { TemplateProblem } from './validate-template.ts'

/** One sentence for whoever writes the template: what is wrong, where, and what to write instead where that is known. */
export function explainProblem(problem: TemplateProblem, language: Language): string {
  const { line, column } = problem
  if (language === 'fr') {
    const where = `Ligne ${line}, colonne ${column}\u00a0: `
    if (problem.kind === 'tooLong') return `Le texte dépasse ${problem.longest} caractères\u00a0: raccourcissez-le.`
    if (problem.kind === 'syntax') return where + unreadable(problem.message).fr
    const instead = problem.suggestion ? ` Vouliez-vous «\u00a0${problem.suggestion}\u00a0»\u00a0?` : ''
    return `${where}«\u00a0${problem.name}\u00a0» n’existe pas.${instead || ' Choisissez-la dans la liste.'}`
  }
  const where = `Line ${line}, column ${column}: `
  if (problem.kind === 'tooLong') return `The text is longer than ${problem.longest} characters: shorten it.`
  if (problem.kind === 'syntax') return where + unreadable(problem.message).en
  const instead = problem.suggestion ? ` Did you mean “${problem.suggestion}”?` : ' Choose one from the list.'
  return `${where}“${problem.name}” does not exist.${instead}`
}

/** What the library says in English only, in the words of both languages; what is not known is not repeated. */
function unreadable(message: string): Sentence {
  const tag = /^tag "(.+)" not found/.exec(message)?.[1]
  if (tag !== undefined)
    return {
      fr: `« {% ${tag} %} » n’est pas permis. Un texte connaît if, unless et case.`,
      en: `“{% ${tag} %}” is not allowed. A text knows if, unless and case.`,
    }
  const filter = /^undefined filter: (.+)/.exec(message)?.[1]
  if (filter !== undefined)
    return {
      fr: `« | ${filter} » n’est pas permis. Un texte connaît capitalize, upcase, downcase et default.`,
      en: `“| ${filter}” is not allowed. A text knows capitalize, upcase, downcase and default.`,
    }
  const open = /^(?:output |tag )?"?(.+?)"? not closed$/.exec(message)?.[1]
  return open === undefined
    ? {
        fr: 'le texte ne se lit pas. Vérifiez les accolades.',
        en: 'the text cannot be read. Check the braces.',
      }
    : { fr: `« ${open} » n’est pas refermé. Refermez-le.`, en: `“${open}” is not closed. Close it.` }
}
