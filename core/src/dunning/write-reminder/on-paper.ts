import type { Language } from '../../money/format-money.ts'
import type { MessageTemplate } from './message-template.ts'

/**
 * The same text for a letter: what speaks of « ce message » or "this e-mail" speaks of the letter, whoever wrote it. Earlier messages
 * (« nos messages du… ») stay what they were.
 */
export const onPaper = ({ subject, body }: MessageTemplate, language: Language): MessageTemplate => ({
  subject: saysLetter(subject, language),
  body: saysLetter(body, language),
})

function saysLetter(text: string, language: Language): string {
  const [found, letter] = language === 'fr' ? french : english
  return text.replace(found, (_all, which: string, space: string) => {
    const said = which.toLowerCase() === 'cet' ? which.slice(0, -1) : which
    return `${said}${space}${letter}`
  })
}

const french = [
  /(?<!\p{L})(cet|ce|présent)([ \u00a0])(?:message|mail|courriel|e-?mail)(?![\p{L}-])/giu,
  'courrier',
] as const
const english = [/(?<!\p{L})(this)([ \u00a0])(?:message|mail|e-?mail)(?![\p{L}-])/giu, 'letter'] as const
