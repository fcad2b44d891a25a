/** A customer code made of a name, for who has no numbering of their own: « Hôtel Le Clos » gives HOTEL-LE-CLOS. */
export const codeFromName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 30)
    .replace(/-$/, '')
