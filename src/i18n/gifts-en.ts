// What is given besides check-ins and claims, in English: the same as in Chinese, and no more.
import { benefitParametersEn } from '#app/i18n/benefit-en';
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { GiftWords, giftNoZhCn, giftTermsZhCn, giftTypesZhCn } from '#app/i18n/gifts-zh-cn';
import { useWindowEn } from '#app/i18n/use-window-en';

/** What the form asks of a coupon that is given; whoever gets it has it at once. */
const { referenceFen: _reference, priceFen: _price, evidence: _evidence, ...coupon } = benefitParametersEn;

export const giftTypesEn: typeof giftTypesZhCn = {
  welcome_gift: {
    name: 'Welcome gift',
    costs: 'one gift a newcomer.',
    explanation: 'A new member’s own first check-in or claim brings a gift at once; each person gets one in this community.',
    titleExample: 'Such as: a gift with your first check-in or claim',
    parameters: {
      gives: { label: 'What it gives', options: { points: 'Points', coupon: 'A coupon' } },
      points: { label: 'Each gift', unit: 'points', hint: 'Given at the moment of the first check-in or claim.' },
      ...coupon,
      ...useWindowEn,
      gifts: { label: 'How many gifts', unit: 'gifts', hint: 'All set aside when you publish, until they are gone.' },
    },
  },
  points_exchange: {
    name: 'Points exchange',
    costs: 'what is exchanged.',
    explanation: 'Members give points for one thing, which a clerk hands over at the counter, or for a coupon, which is theirs at once.',
    titleExample: 'Such as: a coffee for 100 points',
    parameters: {
      gives: { label: 'What it gives', options: { goods: 'A thing', coupon: 'A coupon' } },
      ...coupon,
      item: { label: 'What it is', hint: 'Say what one of them is, such as “one coffee”.' },
      ...useWindowEn,
      pricePoints: { label: 'Each costs', unit: 'points', hint: 'Points are earned, never bought, and are no money.' },
      stock: { label: 'How many', unit: 'pieces', hint: 'All set aside when you publish, until they are gone.' },
      perMemberMax: { label: 'Per member at most', unit: 'pieces' },
    },
  },
};

export const giftTermsEn: typeof giftTermsZhCn = {
  welcome_points: ({ points }) => `What: ${f.points(points)}.`,
  welcome_gifts: ({ gifts }) =>
    `How many: ${counted(gifts, 'gift')}, all set aside when this was published, until they are gone; check-ins and claims go on even then.`,
  welcome_moment: () =>
    'When: you join and do your own first check-in or claim (reserving at a group price is one); the gift arrives at that moment. Just looking, or being brought, earns nothing.',
  welcome_once: () =>
    'One welcome gift per person in this community, whichever campaign it is; not for members who checked in or claimed before, nor after leaving and coming back.',
  exchange_goods: ({ item, points }) => `What: “${item}” for ${f.points(points)}, taken at once when you exchange.`,
  exchange_coupon: ({ points }) =>
    `How: ${f.points(points)} for one coupon, taken at once when you exchange; the coupon is in your wallet at that moment.`,
  exchange_stock: ({ stock }) => `How many: ${f.count(stock)}, all set aside when this was published.`,
  exchange_per_member: ({ max }) => `At most ${f.count(max)} per member; cancelled ones do not count.`,
  exchange_collect: ({ organiser }) => `How: say the order number at ${organiser}; a clerk hands it over to you.`,
  exchange_cancelled: () => 'If the organiser cannot hand it over, the order is cancelled with a reason and all its points come back.',
  exchange_after_end: () =>
    'After the campaign ends, also when it ends early, what you exchanged and have not collected can still be collected.',
  exchange_gone: () => 'When all are exchanged there are no more; your points stay.',
  points_no_money: () => 'Points come from taking part only: they are not sold, not paid out in cash, and not passed on.',
};

export const giftNoEn: typeof giftNoZhCn = {
  one_welcome: () => ({
    reason: 'A welcome gift is running already; a new member gets one.',
    next: 'End that one before you publish this.',
  }),
  points_short: ({ price, balance, missing }) => ({
    reason: `It costs ${f.points(price)}; you have ${f.count(balance)} and need ${f.count(missing)} more.`,
    next: 'Each daily check-in adds points; come back when you have enough.',
  }),
  order_not_open: ({ state }) => ({
    reason: {
      handed_over: 'This order has been handed over.',
      cancelled: 'This order was cancelled and its points went back.',
      void: 'The member has left for good, and the order is void.',
    }[state],
    next: 'Refresh the orders to see how it stands.',
  }),
};

export const giftsEn: GiftWords = {
  welcome: {
    steps: {
      joined: 'Join the community',
      arrived: 'Open the card in the group',
      acted: 'First check-in or claim',
      given: 'Welcome gift received',
    },
    worthCoupon: (coupon) => `A coupon with the first check-in or claim: ${coupon}`,
    arrivedCoupon: (coupon) => `Welcome gift: a coupon, ${coupon}; it is in your wallet.`,
    worth: (points) => `${counted(points, 'point')} with the first check-in or claim`,
    progress: (done, all) => `${done} of ${all} steps`,
    given: 'Your welcome gift has arrived.',
    notNew: 'The welcome gift is for a new member’s first check-in or claim; you have checked in or claimed before.',
    arrived: (points) => `Welcome gift: ${counted(points, 'point')}.`,
    people: (people) => `${counted(people, 'new member')} got it`,
    toAct: 'Check in or claim',
  },
  exchange: {
    title: 'Points exchange',
    balance: 'Points now',
    statement: 'Statement',
    missing: (points) => `${points} short`,
    left: (left) => `${left} left`,
    gone: 'All gone',
    had: (held, max) => `You have ${held} of ${max}`,
    exchange: 'Exchange',
    confirmTitle: 'Exchange points',
    confirm: (item, points, balance) => `“${item}” for ${points}; ${balance} stay with you.`,
    confirmButton: 'Exchange',
    cancel: 'Not now',
    done: (item, number) => `“${item}” is yours, order ${number}.`,
    doneNext: 'Say the number at the counter; a clerk hands it over.',
    doneCoupon: 'The coupon is in your wallet.',
    people: (people) => `${counted(people, 'person', 'people')} exchanged`,
    offers: 'On offer',
    noOffers: 'Nothing is on offer now. Your points keep.',
    orders: 'My orders',
    noOrders: 'No orders yet.',
    number: (number) => `Order ${number}`,
    states: { ordered: 'To collect', handed_over: 'Collected', cancelled: 'Cancelled', void: 'Void' },
    cancelled: (reason) => `Reason: ${reason}. The points came back.`,
    broken: 'The shop has noted that it cannot hand this over now; it will, or your points come back.',
    settledAt: {
      ordered: (when) => when,
      handed_over: (when) => `Collected ${when}`,
      cancelled: (when) => `Cancelled ${when}`,
      void: (when) => `Void since ${when}`,
    },
    more: 'Show more',
    open: 'See what there is',
    wallet: 'Wallet',
  },
  counter: {
    title: 'Orders',
    link: 'Orders',
    waiting: 'Waiting',
    handedOver: 'Given',
    cancelled: 'Cancelled',
    noneWaiting: 'No order waits to be handed over.',
    none: 'No orders here yet.',
    handOver: 'Hand over',
    handOverTitle: 'Hand it over',
    handOverAsk: (item, number) => `Compare the number ${number} and hand “${item}” to the member. This cannot be undone.`,
    handedOverDone: 'Handed over.',
    cancel: 'Cancel',
    cancelTitle: 'Cancel this order',
    cancelAsk: (points) =>
      `${points} go back to the member, and the piece to the stock while the campaign runs. Say why; the member reads it.`,
    reason: 'Reason',
    reasonExample: 'Such as: out of stock for now',
    cancelButton: 'Cancel and return points',
    cancelledDone: (points) => `Cancelled; ${points} went back.`,
    report: 'Cannot hand over',
    reportTitle: 'Note that this cannot be handed over?',
    reportEffect: [
      'The order stays valid; the owner sees it, and makes it good or returns the points.',
      'The member sees that it cannot be handed over now.',
    ],
    reportButton: 'Note it',
    reportedDone: 'Noted. The owner finds it among the promises to make good.',
    reported: 'Owed',
    why: (reason) => `Reason: ${reason}`,
    keep: 'Not now',
    goods: 'Goods',
    reserve: (goods) => `${goods} to hand over`,
  },
};
