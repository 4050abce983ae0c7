// The owner's and the clerk's pages.

/** Their paths, without their query. */
export const ownerPages = {
  today: '/packages/owner/today/index',
  create: '/packages/owner/create/index',
  choose: '/packages/owner/choose/index',
  editor: '/packages/owner/editor/index',
  preview: '/packages/owner/preview/index',
  improve: '/packages/owner/improve/index',
  manage: '/packages/owner/manage/index',
  campaigns: '/packages/owner/campaigns/index',
  members: '/packages/owner/members/index',
  person: '/packages/owner/person/index',
  sharers: '/packages/owner/sharers/index',
  groups: '/packages/owner/groups/index',
  about: '/packages/owner/about/index',
  counter: '/packages/owner/counter/index',
  redemptions: '/packages/owner/redemptions/index',
  shift: '/packages/owner/shift/index',
  orders: '/packages/owner/orders/index',
  moderation: '/packages/owner/moderation/index',
  promises: '/packages/owner/promises/index',
  results: '/packages/owner/results/index',
  segments: '/packages/owner/segments/index',
  points: '/packages/owner/points/index',
  statement: '/packages/owner/statement/index',
  invites: '/packages/owner/invites/index',
} as const;
