import type { Language } from '@quittance/core/money/format-money.ts'
import type { TemplateProblem } from './validate-template.ts'

/** One sentence for whoever writes the template: what is wrong, where, and what to write instead where that is known. */
export function explainProblem(problem: TemplateProblem, language: Language): string {
  const { line, column } = problem
  if (language === 'fr') {
    const where = `Ligne ${line}, colonne ${column}\u00a0: `
    if (problem.kind === 'tooLong') return `Le texte dépasse ${problem.longest} caractères\u00a0: raccourcissez-le.`
    if (problem.kind === 'syntax') return `${where}le texte ne se lit pas (${problem.message}). Vérifiez les accolades.`
    const instead = problem.suggestion ? ` Vouliez-vous «\u00a0${problem.suggestion}\u00a0»\u00a0?` : ''
    return `${where}«\u00a0${problem.name}\u00a0» n’existe pas.${instead || ' Choisissez-la dans la liste.'}`
  }
  const where = `Line ${line}, column ${column}: `
  if (problem.kind === 'tooLong') return `The text is longer than ${problem.longest} characters: shorten it.`
  if (problem.kind === 'syntax') return `${where}the text cannot be read (${problem.message}). Check the braces.`
  const instead = problem.suggestion ? ` Did you mean “${problem.suggestion}”?` : ' Choose one from the list.'
  return `${where}“${problem.name}” does not exist.${instead}`
}
