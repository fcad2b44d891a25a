const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

const named = (agent: string, names: readonly (readonly [string, string])[]): string | undefined =>
  names.find(([sign]) => agent.includes(sign))?.[1]

/** Browser and system a session was opened with, from what the browser said of itself; undefined when it said nothing known. */
export function deviceName(agent: string | null): { readonly browser: string; readonly system: string } | undefined {
  const [browser, system] = [named(agent ?? '', browsers), named(agent ?? '', systems)]
  return browser && system ? { browser, system } : undefined
}
