/** How many days after the due date each customer paid an invoice of five months ago, and one of three months ago. */
const delays: readonly (readonly [customer: string, first: number, second: number])[] = [
  ['nordelec', 8, 5],
  ['helianthe', 28, 36],
  ['perreau', 9, 14],
  ['vauban', 3, 6],
  ['marchetti', 14, 19],
  ['brasserie', 11, 8],
  ['leroux', 5, 4],
  ['clinique', 40, 38],
  ['farine', 2, 1],
  ['librairie', 9, 12],
  ['delmas', 7, 5],
  ['belleval', 19, 22],
  ['corbin', 3, 2],
  ['sodibio', 10, 8],
  ['fromageries', 24, 21],
  ['remparts', 2, 3],
  ['ponthieu', 6, 5],
  ['veterinaires', 5, 3],
  ['creche', 5, 6],
  ['montresor', 10, 14],
  ['kerval', 0, 1],
  ['roussel', 19, 25],
  ['valmont', 15, 11],
  ['sainteodile', 1, 2],
  ['bertin', -3, 0],
  ['cordonnerie', 16, 22],
  ['daumas', 2, 3],
  ['valdarcy', 20, 26],
  ['tilleuls', 5, 8],
  ['brun', 17, 20],
  ['lycee', 2, 1],
  ['ferrand', 0, 1],
  ['corvaisier', 0, -1],
  ['lenoir', 2, 0],
  ['bajard', 1, 3],
  ['morvan', 0, 2],
  ['lavernhe', 24, 28],
  ['tissandier', 26, 31],
  ['luzanne', 1, 0],
  ['solignac', 0, 1],
  ['polaire', 7, 12],
  ['aubertin', 18, 24],
]

export type PaidRow = readonly [
  number: string,
  customer: string,
  issued: number,
  due: number,
  paidOn: number,
  total: number,
]

/** Paid before the last eight weeks: enough of each customer to tell how it pays. Customers of the last months have none. */
export const olderRows: readonly PaidRow[] = delays.flatMap(([customer, first, second], place) => {
  const total = 187_200 + 13_200 * ((place * 17) % 42)
  return [
    row([448 + place, customer], [-152 + (place % 9), first], total),
    row([612 + place, customer], [-106 + (place % 6), second], total + 98_400),
  ]
})

function row([number, customer]: [number, string], [due, delay]: [number, number], total: number): PaidRow {
  return [`F-2026-0${number}`, customer, due - 30, due, due + delay, total]
}
