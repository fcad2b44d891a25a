import i18next from 'i18next'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { ApiError, accepted, api } from '../api.ts'
import { paths } from '../paths.ts'
import { queryClient } from '../query-client.ts'

/** Ends the session on the server, forgets every answer kept in memory, and shows the sign-in page. */
export async function signOut(): Promise<void> {
  try {
    accepted(await api.DELETE('/api/v1/session'))
  } catch (problem) {
    const alreadyOut = problem instanceof ApiError && problem.status === 401
    if (!alreadyOut) return void showToast({ message: i18next.t('person.signOutFailed'), tone: 'danger' })
  }
  queryClient.clear()
  location.assign(paths.signIn)
}
