import type { Followers } from '../customers/merging/following.ts'
import { customersFollowing, customersImaged } from '../customers/merging/own-tables.ts'
import { disputesFollowing } from '../disputes/following-customer.ts'
import {
  dunningFollowing,
  dunningImaged,
  joinReminders,
  partReminders,
  refuseWhileLeaving,
} from '../dunning/following-customer.ts'
import { importsImaged, renameInChanges } from '../imports/imaged-customer.ts'
import { invoicesFollowing } from '../invoices/following-customer.ts'
import { joinProfiles, payersFollowing, payersImaged } from '../payers/following-customer.ts'
import { paymentsFollowing } from '../payments/following-customer.ts'
import { promisesFollowing } from '../promises/following-customer.ts'
import { joinBankHolds, reconciliationFollowing } from '../reconciliation/following-customer.ts'
import { joinTasks, partTasks, tasksFollowing, tasksImaged } from '../tasks/following-customer.ts'

/** How the rows of every word follow a customer who is merged into another one. */
export const followers: Followers = {
  following: [
    ...customersFollowing,
    ...invoicesFollowing,
    ...paymentsFollowing,
    ...promisesFollowing,
    ...disputesFollowing,
    ...payersFollowing,
    ...tasksFollowing,
    ...dunningFollowing,
    ...reconciliationFollowing,
  ],
  imaged: [...customersImaged, ...importsImaged, ...payersImaged, ...tasksImaged, ...dunningImaged],
  refuseWhileLeaving,
  makeRoom: async (db, pair) => {
    await joinReminders(db, pair)
    await joinTasks(db, pair)
    await joinProfiles(db, pair)
    await joinBankHolds(db, pair)
    await renameInChanges(db, pair)
  },
  keepApart: async (db, pair) => {
    await partReminders(db, pair)
    await partTasks(db, pair)
  },
}
