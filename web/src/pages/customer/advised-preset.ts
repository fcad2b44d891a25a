import type { Preset } from '@quittance/core/dunning/default-scenarios.ts'
import { suggestedPreset } from '@quittance/core/dunning/suggest-scenario.ts'
import type { Customer } from '../../customers/api.ts'

type About = Pick<Customer, 'category' | 'profile' | 'handedOverOn' | 'insolvencyOn'>

/** The scenario advised for a customer; null where the usual one does, and where nothing is chased any more. */
export function advisedPreset({ category, profile, handedOverOn, insolvencyOn }: About): Preset | null {
  const isChased = handedOverOn === null && insolvencyOn === null
  return isChased && category === 'company' ? suggestedPreset(profile) : null
}
