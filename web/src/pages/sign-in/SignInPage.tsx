import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { returnAddress } from '../../people/return-address.ts'
import { SignInForm } from '../../people/SignInForm.tsx'
import { Card } from '../../ui/Card.tsx'

const route = getRouteApi('/public/connexion')

/** Sign in, and back to the page that was asked for. */
export function SignInPage() {
  const { t } = useTranslation('people')
  const { retour } = route.useSearch()
  const client = useQueryClient()
  const navigate = useNavigate()
  const enter = () => {
    client.clear() // nothing of whoever was here before
    void navigate({ href: returnAddress(retour), replace: true })
  }
  return (
    <div className="mx-auto max-w-sm">
      <h1 className="pb-1 text-title">{t('signIn.title')}</h1>
      <p className="pb-4 text-body text-ink2">{t(retour === undefined ? 'signIn.lead' : 'signIn.asked')}</p>
      <Card className="p-5">
        <SignInForm onSignedIn={enter} />
      </Card>
    </div>
  )
}
