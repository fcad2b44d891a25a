import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countExpired, useExpired } from '../app/expired-session.ts'
import { paths } from '../app/paths.ts'
import { sessionQuery, useSession } from '../app/session.ts'
import { Dialog } from '../ui/Drawer.tsx'
import { chooseOrganization } from './access.ts'
import { SignInForm } from './SignInForm.tsx'

/** The session ended while a page was open: sign in over it, and what was typed there is still there. */
export function SignInAgain() {
  const { t } = useTranslation('people')
  const client = useQueryClient()
  const before = useSession()
  const expired = useExpired()
  const [heeded, setHeeded] = useState(expired)
  const comeBack = async () => {
    const askAgain = () => client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    let now = await askAgain()
    const mayReturn = now.organizations.some(({ id }) => id === before.organization.id)
    if (mayReturn && now.organization.id !== before.organization.id) {
      await chooseOrganization(before.organization.id)
      now = await askAgain()
    }
    // Somebody else begins anew: nothing of the first one stays on screen.
    if (now.person.id !== before.person.id) return location.assign(paths.tasks)
    setHeeded(countExpired())
    await client.invalidateQueries()
  }
  return (
    <Dialog isOpen={expired > heeded} onClose={() => setHeeded(expired)} role="alertdialog" title={t('signIn.expired')}>
      <p className="pb-4 text-ink2">{t('signIn.expiredNote')}</p>
      <SignInForm
        // In the example one acts under the name of a fictitious person.
        email={before.organization.isDemo ? '' : before.person.email}
        onSignedIn={() => void comeBack()}
      />
    </Dialog>
  )
}
