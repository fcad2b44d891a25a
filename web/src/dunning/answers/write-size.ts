/** A size a person reads: 12 ko, 1,4 Mo; 12 kB, 1.4 MB. */
export function writeSize(bytes: number, language: string): string {
  const isFrench = language.startsWith('fr')
  const [small, large] = isFrench ? ['ko', 'Mo'] : ['kB', 'MB']
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(isFrench ? 'fr-FR' : 'en-GB', { maximumFractionDigits: digits }).format(value)
  if (bytes < 1_000_000) return `${number(Math.max(1, bytes / 1000), 0)}\u00a0${small}`
  return `${number(bytes / 1_000_000, 1)}\u00a0${large}`
}
