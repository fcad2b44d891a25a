import { contact } from './contact.ts'
import type { DemoContact, DemoCustomer, PersonKey } from './shapes.ts'

type Person = readonly [civility: DemoContact['civility'], firstName: string, lastName: string, jobTitle?: string]
type Row = readonly [
  key: string,
  code: string,
  name: string,
  place: readonly [postcode: string, city: string],
  salesRep: PersonKey | null,
  contact: Person,
  since: string,
]

const chalon = ['71100', 'Chalon-sur-Saône'] as const
const macon = ['71000', 'Mâcon'] as const
const dijon = ['21000', 'Dijon'] as const
const lyon = ['69007', 'Lyon'] as const
const beaune = ['21200', 'Beaune'] as const
const tournus = ['71700', 'Tournus'] as const

const rows: readonly Row[] = [
  [
    'castel',
    'C-0142',
    'Menuiseries Castel',
    chalon,
    'karim',
    ['Mme', 'Hélène', 'Gauthier', 'Responsable comptable'],
    '2019-03-01',
  ],
  ['nordelec', 'C-0098', 'Nordelec Industrie', lyon, 'nadia', ['M.', 'Bruno', 'Ferrier'], '2018-05-01'],
  ['helianthe', 'C-0061', 'Groupe Hélianthe', lyon, 'nadia', ['Mme', 'Odile', 'Vasseur'], '2017-09-01'],
  ['perreau', 'C-0117', 'Garage Perreau', macon, 'nadia', ['M.', 'Luc', 'Perreau', 'Gérant'], '2020-01-01'],
  ['vauban', 'C-0205', 'Hôtel Le Clos Vauban', beaune, 'nadia', ['Mme', 'Anne', 'Vernier', 'Directrice'], '2022-04-01'],
  ['marchetti', 'C-0133', 'Optique Marchetti', tournus, 'karim', ['M.', 'Paolo', 'Marchetti', 'Gérant'], '2020-10-01'],
  [
    'brasserie',
    'C-0154',
    'Brasserie Saint-Aubin',
    beaune,
    'karim',
    ['Mme', 'Inès', 'Morel', 'Comptable'],
    '2021-02-01',
  ],
  ['leroux', 'C-0168', 'Pharmacie Leroux', dijon, 'nadia', ['Mme', 'Claude', 'Leroux', 'Titulaire'], '2021-06-01'],
  [
    'clinique',
    'C-0171',
    'Clinique des Ormes',
    dijon,
    null,
    ['M.', 'Diego', 'Lopez', 'Comptable fournisseurs'],
    '2021-07-01',
  ],
  ['farine', 'C-0176', 'Farine & Cie', macon, 'karim', ['M.', 'Yann', 'Le Bihan', 'Gérant'], '2021-11-01'],
  ['librairie', 'C-0180', 'Librairie Les Quais', lyon, null, ['Mme', 'Maud', 'Charvet', 'Gérante'], '2022-01-01'],
  ['delmas', 'C-0186', 'Transports Delmas-Ruiz', chalon, null, ['Mme', 'Awa', 'Diallo', 'Comptable'], '2022-02-01'],
  ['belleval', 'C-0191', 'Institut Belleval', dijon, 'nadia', ['Mme', 'Rose', 'Pinel'], '2022-03-01'],
  ['corbin', 'C-0196', 'Domaine Corbin-Latour', beaune, 'karim', ['M.', 'Hugues', 'Corbin', 'Gérant'], '2022-05-01'],
  ['sodibio', 'C-0199', 'Sodibio Distribution', macon, 'karim', ['Mme', 'Lise', 'Aubry', 'Comptable'], '2022-06-01'],
  ['fromageries', 'C-0208', 'Fromageries Aubrac-Sud', ['12000', 'Rodez'], null, ['M.', 'Régis', 'Cayla'], '2022-09-01'],
  ['remparts', 'C-0212', 'Garage des Remparts', beaune, null, ['M.', 'Samir', 'Belkacem', 'Gérant'], '2022-11-01'],
  ['ponthieu', 'C-0217', 'Agence Ponthieu', lyon, 'nadia', ['Mme', 'Jeanne', 'Ponthieu', 'Directrice'], '2023-01-01'],
  ['veterinaires', 'C-0221', 'Vétérinaires du Parc', dijon, null, ['M.', 'Axel', 'Norel'], '2023-02-01'],
  ['creche', 'C-0226', 'Crèche Les Mésanges', chalon, null, ['Mme', 'Fatou', 'Sarr', 'Directrice'], '2023-04-01'],
  ['montresor', 'C-0230', 'Cave Montrésor', macon, null, ['M.', 'Alain', 'Montrésor', 'Gérant'], '2023-05-01'],
  ['kerval', 'C-0233', 'Kerval Logistique', ['35000', 'Rennes'], 'nadia', ['Mme', 'Soizic', 'Kerdreux'], '2023-06-01'],
  [
    'roussel',
    'C-0237',
    'Cabinet Roussel Architectes',
    lyon,
    'nadia',
    ['M.', 'Marc', 'Roussel', 'Associé'],
    '2023-07-01',
  ],
  ['valmont', 'C-0240', 'Imprimerie Valmont', macon, 'nadia', ['Mme', 'Irène', 'Valmont'], '2023-09-01'],
  [
    'sainteodile',
    'C-0243',
    'Groupe scolaire Sainte-Odile',
    ['67000', 'Strasbourg'],
    'nadia',
    ['Mme', 'Agathe', 'Weiss', 'Économe'],
    '2023-09-01',
  ],
  ['bertin', 'C-0246', 'Assurances Bertin-Colas', macon, 'karim', ['M.', 'Éric', 'Colas'], '2023-10-01'],
  ['cordonnerie', 'C-0249', 'Cordonnerie Moderne', tournus, null, ['M.', 'Joël', 'Fabre', 'Gérant'], '2023-11-01'],
  ['daumas', 'C-0252', 'Vignobles Daumas', beaune, 'karim', ['Mme', 'Colette', 'Daumas'], '2024-01-01'],
  [
    'valdarcy',
    'C-0255',
    'Communauté de communes Val d’Arcy',
    ['21140', 'Semur-en-Auxois'],
    null,
    ['M.', 'Denis', 'Prost', 'Service financier'],
    '2024-02-01',
  ],
  [
    'tilleuls',
    'C-0258',
    'Résidence Les Tilleuls',
    dijon,
    'karim',
    ['Mme', 'Nicole', 'Humbert', 'Directrice'],
    '2024-03-01',
  ],
  ['brun', 'C-0261', 'Brun & Fils', chalon, 'nadia', ['M.', 'Théo', 'Brun'], '2024-03-01'],
  ['lycee', 'C-0264', 'Lycée Marcel-Aubry', dijon, null, ['Mme', 'Sylvie', 'Rigal', 'Gestionnaire'], '2024-04-01'],
  ['ferrand', 'C-0267', 'Cabinet Ferrand', lyon, 'karim', ['Mme', 'Élise', 'Ferrand', 'Associée'], '2024-05-01'],
  ['corvaisier', 'C-0270', 'Hôtel Corvaisier', beaune, 'karim', ['M.', 'Guy', 'Corvaisier', 'Directeur'], '2024-06-01'],
  ['lenoir', 'C-0273', 'Boutique Lenoir', macon, 'karim', ['Mme', 'Zoé', 'Lenoir', 'Gérante'], '2024-09-01'],
  ['bajard', 'C-0276', 'Escaliers Bajard', tournus, 'nadia', ['M.', 'Rémi', 'Bajard'], '2024-09-01'],
  [
    'morvan',
    'C-0279',
    'Ateliers du Haut-Morvan',
    ['58120', 'Château-Chinon'],
    'nadia',
    ['Mme', 'Léa', 'Guyot'],
    '2024-10-01',
  ],
  [
    'lavernhe',
    'C-0282',
    'Paul Lavernhe',
    ['12000', 'Rodez'],
    'nadia',
    ['M.', 'Paul', 'Lavernhe', 'Particulier'],
    '2024-11-01',
  ],
  ['tissandier', 'C-0285', 'Boulangerie Tissandier', chalon, 'karim', ['Mme', 'Emma', 'Tissandier'], '2025-01-01'],
  [
    'luzanne',
    'C-0288',
    'Thermes de Luzanne',
    ['71140', 'Bourbon-Lancy'],
    'karim',
    ['Mme', 'Sabine', 'Roche'],
    '2025-02-01',
  ],
  ['solignac', 'C-0291', 'Garage Solignac', macon, 'karim', ['M.', 'Omar', 'Solignac'], '2025-03-01'],
  ['polaire', 'C-0294', 'Cinéma Le Polaire', dijon, 'karim', ['M.', 'Félix', 'Arnal'], '2025-04-01'],
  ['aubertin', 'C-0297', 'Crèmerie Aubertin', tournus, 'karim', ['Mme', 'Lucie', 'Aubertin'], '2025-05-01'],
  ['halles', 'C-0300', 'Halles Saint-Roch', lyon, 'nadia', ['Mme', 'Carine', 'Blot'], '2025-06-01'],
  ['ormeaux', 'C-0303', 'Domaine des Ormeaux', beaune, 'karim', ['M.', 'Jules', 'Mercadier'], '2025-09-01'],
  ['lestrade', 'C-0306', 'Lestrade Notaires', dijon, 'nadia', ['M.', 'Hugo', 'Lestrade'], '2025-10-01'],
]

const scenarios: Readonly<Record<string, DemoCustomer['scenario']>> = {
  brasserie: 'gentle',
  fromageries: 'firm',
  belleval: 'firm',
  ponthieu: 'firm',
  veterinaires: 'firm',
  // Of the town, and followed as its firms are.
  creche: 'standard',
}
const categories: Readonly<Record<string, DemoCustomer['category']>> = {
  sainteodile: 'publicBody',
  valdarcy: 'publicBody',
  lycee: 'publicBody',
  creche: 'publicBody',
  lavernhe: 'individual',
}
const collectors: Readonly<Record<string, PersonKey>> = {
  helianthe: 'sophie',
  farine: 'karim',
  corbin: 'karim',
  leroux: 'nadia',
  belleval: 'nadia',
  kerval: 'nadia',
  roussel: 'nadia',
  valmont: 'nadia',
}
const streets = ['rue des Lavandières', 'avenue de la Gare', 'quai des Messageries', 'place du Marché', 'route de Lyon']

const addressOf = (key: string): string =>
  ({ castel: 'menuiseries-castel', brasserie: 'saint-aubin', clinique: 'clinique-des-ormes' })[key] ?? key

const othersAtCastel: readonly DemoContact[] = [
  contact('menuiseries-castel.example', {
    civility: 'M.',
    firstName: 'Paul',
    lastName: 'Castel',
    jobTitle: 'Dirigeant',
    phone: '03 53 01 42 10',
    role: 'escalation',
    mailbox: 'paul.castel',
  }),
  contact('menuiseries-castel.example', {
    civility: 'Mme',
    firstName: 'Nora',
    lastName: 'Petit',
    jobTitle: 'Assistante',
    phone: '03 53 01 42 11',
    role: 'other',
    mailbox: 'accueil',
    receivesReminders: false,
  }),
]

/** 46 customers. Librairie Les Quais is known by e-mail only, and the address no longer works. */
export const customers: readonly DemoCustomer[] = rows.map(
  ([key, code, name, [postcode, city], salesRep, person, since], index) => ({
    key,
    code,
    name,
    category: categories[key] ?? 'company',
    siren: key === 'castel' ? '913204772' : null,
    street: key === 'librairie' ? null : `${3 * index + 2} ${streets[index % streets.length]}`,
    postcode,
    city,
    salesRep,
    collector: collectors[key] ?? 'claire',
    scenario: scenarios[key] ?? null,
    since,
    creditLimit: key === 'castel' ? 3_000_000 : null,
    contacts: contactsOf(key, person, index),
  }),
)

function contactsOf(key: string, [civility, firstName, lastName, jobTitle]: Person, index: number): DemoContact[] {
  const phone = key === 'castel' ? '03 53 01 42 18' : `03 53 01 ${43 + Math.floor(index / 20)} ${10 + (index % 20) * 4}`
  const main = contact(`${addressOf(key)}.example`, {
    civility,
    firstName,
    lastName,
    phone,
    ...(jobTitle && { jobTitle }),
  })
  if (key === 'librairie') return [{ ...main, refusedOn: -3 }]
  return key === 'castel' ? [main, ...othersAtCastel] : [main]
}
