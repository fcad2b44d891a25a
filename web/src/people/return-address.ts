import { paths } from '../app/paths.ts'

/** Where to go after signing in: the asked page when it is one of ours, else the start. Never another site. */
export function returnAddress(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked)) return paths.tasks
  const url = new URL(asked, 'http://here.invalid')
  const isOurs = url.host === 'here.invalid' && url.pathname !== paths.signIn && url.pathname !== paths.welcome
  return isOurs ? `${url.pathname}${url.search}${url.hash}` : paths.tasks
}
