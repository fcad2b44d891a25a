import type { PayerProfile } from '../payers/payer-profile.ts'
import type { Preset } from './default-scenarios.ts'

/** The scenario of the house that suits a company of this profile; null: the usual one. A person applies it. */
export function suggestedPreset(profile: PayerProfile): Preset | null {
  if (profile === 'forgetful') return 'gentle'
  return profile === 'slow' || profile === 'risky' ? 'firm' : null
}
