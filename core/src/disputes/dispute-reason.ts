/** What customers contest, most frequent first; an organisation adds reasons of its own, which stand under 'other'. */
export const disputeReasons = [
  'notReceived',
  'amount',
  'delivery',
  'quality',
  'purchaseOrder',
  'alreadyPaid',
  'other',
] as const
export type DisputeReason = (typeof disputeReasons)[number]
