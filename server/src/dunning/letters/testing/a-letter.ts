import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { renderMessage } from '../../templates/render-message.ts'
import { type Letter, type PrintedLetter, printLetter } from '../print-letter.ts'

export const addressee = {
  name: 'Brasserie Saint-Aubin',
  attention: 'Mme Inès Morel',
  line1: '4, place de l’Hôtel-de-Ville',
  line2: 'Bâtiment B, troisième étage',
  postcode: '35140',
  city: 'Saint-Aubin-du-Cormier',
  country: 'BE',
}

/** A formal notice about the invented invoices, to an address of six lines. */
export function aLetter(
  over: Partial<ReminderFacts> = {},
  options: Partial<Letter> = {},
  language: Language = 'fr',
): Letter {
  const facts = { ...exampleFacts(language), ...over }
  const prepared = prepareMessage(facts)
  const rendered = renderMessage(defaultMessages[language].formalNotice, prepared, language)
  const rest = { addressee, country: 'FR', customerCode: 'C-0142', registered: true, showsWindow: false }
  return { facts, prepared, rendered, ...rest, ...options }
}

/** A letter so long that it takes two pages. */
export const aLongLetter = (): Letter =>
  aLetter({
    items: exampleFacts('fr').items.flatMap((item) =>
      Array.from({ length: 20 }, (_, n) => ({ ...item, invoiceNumber: `${item.invoiceNumber}-${n}` })),
    ),
  })

export function printed(letter: Letter): Extract<PrintedLetter, { kind: 'printed' }> {
  const result = printLetter(letter)
  if (result.kind !== 'printed') throw new Error(`not printed: ${JSON.stringify(result)}`)
  return result
}
