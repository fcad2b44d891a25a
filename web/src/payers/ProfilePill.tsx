import { profileName } from '@quittance/core/payers/explain-profile.ts'
import { IconUserCircle } from '@tabler/icons-react'
import { StatusPill } from '../ui/Pill.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { PayerProfile } from './api.ts'

/** The profile beside a name: a word, no alarm; the sentence is on the page. */
export function ProfilePill({ profile }: { readonly profile: PayerProfile }) {
  return (
    <StatusPill tone="neutral" icon={IconUserCircle}>
      {profileName(profile, useLanguage())}
    </StatusPill>
  )
}
