import type { Dice } from './dice.ts'

const words = (text: string): readonly string[] => text.split('|')

const families = words(
  'Martin|Bernard|Thomas|Petit|Robert|Richard|Durand|Dubois|Moreau|Laurent|Simon|Michel|Lefèvre|Leroy|Roux|David|' +
    'Bertrand|Morel|Fournier|Girard|Bonnet|Dupont|Lambert|Fontaine|Rousseau|Vincent|Muller|Faure|André|Mercier|Blanc|' +
    'Guérin|Boyer|Garnier|Chevalier|François|Legrand|Gauthier|Perrin|Robin|Clément|Morin|Nicolas|Henry|Roussel|' +
    'Mathieu|Gautier|Masson|Marchand|Duval|Denis|Dumont|Marie|Lemaire|Noël|Meyer|Dufour|Meunier|Brun|Blanchard|Giraud|' +
    'Joly|Rivière|Lucas|Brunet|Gaillard|Barbier|Arnaud|Martinez|Gérard|Roche|Renard|Schmitt|Roy|Leroux|Colin|Vidal|' +
    'Caron|Picard|Roger|Fabre|Aubert|Lemoine|Renaud|Dumas|Lacroix|Olivier|Philippe|Bourgeois|Pierre|Benoît|Rey|' +
    'Leclerc|Payet|Rolland|Leclercq|Guillaume|Lecomte|López|Jean|Dupuy|Guillot|Hubert|Berger|Carpentier|Sánchez|Le Gall',
)
const firstNames = words(
  'Jean|Pierre|Michel|Marie|Nathalie|Sophie|Philippe|Isabelle|Christophe|Laurent|Julien|Céline|Stéphane|Anne|Olivier',
)
const trades = words(
  'Menuiserie|Boulangerie|Garage|Transports|Électricité|Plomberie|Pharmacie|Brasserie|Imprimerie|Maçonnerie|Hôtel|' +
    'Clinique|Charpente|Couverture|Peinture|Carrosserie|Ambulances|Pépinières|Serrurerie|Chauffage|Carrelage|Terrassement',
)
const places = words(
  'de la Gare|du Centre|du Parc|des Alpes|du Lac|de la Place|Saint-Michel|du Marché|de la Poste|des Halles|du Rhône',
)
export const cities = words(
  'Lyon|Dijon|Chalon-sur-Saône|Mâcon|Beaune|Nevers|Auxerre|Troyes|Reims|Metz|Nancy|Colmar|Belfort|Vesoul|Gap|Annecy|' +
    'Grenoble|Valence|Vienne|Roanne|Saint-Étienne|Villefranche-sur-Saône|Bourg-en-Bresse|Le Puy-en-Velay|Montluçon|' +
    'Clermont-Ferrand|Saint-Amand-Montrond|Châteauroux|Bourges|Orléans',
)
const inventedStarts = words(
  'Alti|Novo|Teck|Sogé|Inter|Euro|Bio|Agri|Méca|Hydro|Clima|Logi|Opti|Véga|Prima|Axio|Sani|Indus',
)
const inventedEnds = words(
  'tec|mat|form|pack|trans|sol|val|plast|métal|service|concept|système|line|dis|bat|pro|nord|cube',
)
const activities = words(
  'Construction|Industrie|Ingénierie|Conseil|Distribution|Maintenance|Énergies|Bâtiment|Travaux Publics|Environnement|' +
    'Équipements|Emballages|Automation|Restauration|Immobilier|Nettoyage|Logistique|Formation',
)
const gardens = words('Tilleuls|Acacias|Roses|Chênes|Peupliers|Glycines|Lavandes|Érables|Cèdres|Marronniers')
export const frenchForms = ['SARL', 'SAS', 'SA', 'EURL', 'SASU', 'SNC'] as const

/** What a firm is called, before a legal form or a bank is put to it. */
export interface Called {
  readonly core: string
  readonly form: string
  readonly country: string
  readonly kind: 'family' | 'invented' | 'place' | 'initials' | 'public' | 'sci' | 'foreign' | 'network'
}

export const familyName = (dice: Dice): string => dice.of(families)
export const personName = (dice: Dice): string => `${dice.of(firstNames)} ${dice.of(families)}`

const invented = (dice: Dice): string => `${dice.of(inventedStarts)}${dice.of(inventedEnds)}`
const initials = (dice: Dice): string =>
  Array.from({ length: dice.between(2, 4) }, () => dice.of([...'ABCDEFGLMNPRSTV'])).join('')

const ofFamily = (dice: Dice): string =>
  dice.weighted<() => string>([
    [4, () => `${dice.of(trades)} ${familyName(dice)}`],
    [2, () => `${familyName(dice)} et Fils`],
    [2, () => `Établissements ${familyName(dice)}`],
    [2, () => `${familyName(dice)} ${dice.of(activities)}`],
    [1, () => `${familyName(dice)} Frères`],
    [1, () => `Société ${familyName(dice)} & Cie`],
    [1, () => `Cabinet ${familyName(dice)} ${familyName(dice)}`],
    [1, () => `Entreprise ${personName(dice)}`],
  ])()

const publicBody = (dice: Dice, city: string): string =>
  dice.of([
    `Mairie de ${city}`,
    `Commune de ${city}`,
    `Centre Hospitalier de ${city}`,
    `Lycée de ${city}`,
    `CCAS de ${city}`,
  ])

const foreign = (dice: Dice): Called => {
  const [core, form, country] = dice.of([
    [`${dice.of(['Müller', 'Schneider', 'Weber', 'Krause', 'Vogel'])} Maschinenbau`, 'GmbH', 'DE'],
    [`${dice.of(['Rossi', 'Bianchi', 'Ferrari', 'Moretti'])} Impianti`, 'S.p.A.', 'IT'],
    [`${dice.of(['Van Damme', 'De Smet', 'Peeters', 'Claes'])} Logistics`, 'BVBA', 'BE'],
    [`${dice.of(['García', 'Navarro', 'Ibáñez'])} Hermanos`, 'S.L.', 'ES'],
    [`${dice.of(['Bradley', 'Hughes', 'Whitfield'])} Tools`, 'Ltd', 'GB'],
  ] as const)
  return { core, form, country, kind: 'foreign' }
}

/** Any firm of the country, homonyms included: two of them may well be called alike. */
export function firmCalled(dice: Dice, city: string): Called {
  const form = dice.of(frenchForms)
  return dice.weighted<() => Called>([
    [38, () => ({ core: ofFamily(dice), form, country: 'FR', kind: 'family' })],
    [
      24,
      () => ({
        core: `${invented(dice)}${dice.inThousand(600) ? ` ${dice.of(activities)}` : ''}`,
        form,
        country: 'FR',
        kind: 'invented',
      }),
    ],
    [10, () => ({ core: `${dice.of(trades)} ${dice.of(places)}`, form, country: 'FR', kind: 'place' })],
    [
      8,
      () => ({
        core: `${initials(dice)}${dice.inThousand(600) ? ` ${dice.of(activities)}` : ''}`,
        form,
        country: 'FR',
        kind: 'initials',
      }),
    ],
    [8, () => ({ core: publicBody(dice, city), form: '', country: 'FR', kind: 'public' })],
    [
      3,
      () => ({
        core: `${dice.of(['Espace', 'Garage', 'Optic', 'Auto', 'Technic'])} ${dice.of([2000, 3000, 71, 21, 24])}`,
        form,
        country: 'FR',
        kind: 'invented',
      }),
    ],
    [3, () => ({ core: `${dice.of(trades)} ${familyName(dice)} ${city}`, form, country: 'FR', kind: 'family' })],
    [5, () => ({ core: `SCI Les ${dice.of(gardens)}`, form: '', country: 'FR', kind: 'sci' })],
    [7, () => foreign(dice)],
  ])()
}

/** The head word of a network whose members are told apart by their town or a number only. */
export const networkName = (dice: Dice): string =>
  dice.weighted<() => string>([
    [3, () => `${invented(dice)}`],
    [1, () => `${dice.of(trades)} ${dice.of(places)}`],
    [1, () => `Groupe ${familyName(dice)}`],
  ])()

/** As the firm wrote it in its books: the form before, after, or nowhere. */
export const asInBooks = (dice: Dice, { core, form }: Called): string =>
  form === ''
    ? core
    : dice.weighted([
        [3, `${core} ${form}`],
        [3, `${form} ${core}`],
        [3, core],
        [1, `${form} ${core}`.toUpperCase()],
      ])
