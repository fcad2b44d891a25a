import { paths } from '../paths.ts'
import { queryClient } from '../query-client.ts'

/** Ends the session on the server, forgets every answer kept in memory, and shows the sign-in page. */
export async function signOut(): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  queryClient.clear()
  location.assign(paths.signIn)
}
