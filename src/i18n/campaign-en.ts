// What campaign types, their parameters and the problems of a draft are called in English.
import { benefitParametersEn } from '#app/i18n/benefit-en';
import { giftTypesEn } from '#app/i18n/gifts-en';
import { seasonTypeEn } from '#app/i18n/season-en';
import { useWindowEn } from '#app/i18n/use-window-en';
import type { Words } from '#app/i18n/words';

export const campaignTypesEn: Words['campaignTypes'] = {
  checkin_plan: {
    name: 'Check-in plan',
    goal: 'Bring people back every day',
    explanation: 'Members check in once a day for points, and earn more for days in a row.',
    titleExample: 'Such as: 21 early mornings',
    parameters: {
      pointsPerDay: { label: 'Each check-in gives', unit: 'points', hint: 'With 0 it only counts days.' },
      milestones: {
        label: 'Rewards for days in a row',
        hint: 'At this many days in a row, this many points more, each once per member, or once a round.',
        columns: { days: { label: 'Days in a row', unit: 'days' }, points: { label: 'Points more', unit: 'points' } },
        addRow: 'Add a step',
        noRows: 'No reward for days in a row, only the daily points.',
      },
      pointsBudget: { label: 'Points in all', unit: 'points', hint: 'Set aside when you publish; never more than this is given.' },
      more: { label: 'More ways to keep at it', hint: 'Days in all, rounds, rest days, make-up cards, grace, completion, daily content.' },
      totalMilestones: {
        label: 'Rewards for days in all',
        hint: 'At this many days in all, this many points more, whatever was missed between.',
        columns: { days: { label: 'Days in all', unit: 'days' }, points: { label: 'Points more', unit: 'points' } },
        addRow: 'Add a step for days in all',
        noRows: 'No reward for days in all.',
      },
      taper: {
        label: 'Fewer points later',
        hint: 'Once it is a habit, give less; it goes by each member’s own check-ins.',
        columns: { fromDay: { label: 'From check-in', unit: 'on' }, points: { label: 'Each gives', unit: 'points' } },
        addRow: 'Add a stretch',
        noRows: 'The daily points stay the same.',
      },
      cycle: {
        label: 'Rounds',
        hint: 'In a new round rewards count from the start and can be had again.',
        options: { none: 'No rounds', week: 'New every Monday', month: 'New on the 1st', days: 'New every few days' },
      },
      cycleDays: { label: 'A round lasts', unit: 'days' },
      rest: { label: 'Rest days', hint: 'Three at most. No check-in needed: they neither break days in a row nor add to them.' },
      makeUp: {
        label: 'Make-up cards',
        hint: 'One makes up one day, for days in a row only; no points.',
        options: { none: 'None', earned: 'Earned by check-ins', monthly: 'Some every month', both: 'Earned, and some every month' },
      },
      cardEveryDays: { label: 'Check-ins per card', unit: 'check-ins' },
      cardsHeldMax: { label: 'Held at most', unit: 'cards' },
      cardsPerMonth: { label: 'Every month', unit: 'cards', hint: 'For that month only.' },
      makeUpReachDays: { label: 'A card reaches back', unit: 'days' },
      grace: { label: 'Grace', hint: 'Just past the hour, the day before can still be checked in for.' },
      graceHours: { label: 'After the end of a day', unit: 'hours' },
      graduates: { label: 'Completion', hint: 'So many days complete the plan, with a reward once.' },
      graduationDays: { label: 'Own check-ins', unit: 'days' },
      graduationPoints: { label: 'Completing it gives', unit: 'points' },
      units: {
        label: 'Content by day',
        hint: 'Opened by that day’s check-in; 100 days at most. Day 1 is the first day of the campaign.',
        columns: { day: { label: 'Day' }, title: { label: 'Title' }, text: { label: 'Text' } },
        addRow: 'Add a day',
        noRows: 'No content yet.',
      },
    },
  },
  coupon_drop: {
    name: 'Coupon',
    goal: 'Bring people to order',
    explanation: 'A limited coupon for money off, a gift or a service, claimed until it is gone and shown at the counter.',
    titleExample: 'Such as: ¥5 off ¥30 for this group',
    parameters: {
      ...benefitParametersEn,
      stock: { label: 'How many', unit: 'coupons', hint: 'All set aside when you publish.' },
      perMemberMax: { label: 'Per member at most', unit: 'coupons' },
      perMemberDayMax: {
        label: 'Per member and day at most',
        unit: 'coupons',
        hint: 'With 0 there is no limit of a day.',
        zero: 'no limit',
      },
      rush: {
        label: 'Many claim at once',
        hint: 'Turn this on when you expect many people right at the start; claiming then takes no longer.',
      },
      ...useWindowEn,
    },
  },
  group_price: {
    name: 'Group price',
    goal: 'Sell at a good price',
    explanation: 'Members reserve now and pay when they pick it up; what is not picked up expires.',
    titleExample: 'Such as: Saturday toast at our price',
    parameters: {
      item: benefitParametersEn.item,
      referenceFen: benefitParametersEn.referenceFen,
      evidence: benefitParametersEn.evidence,
      priceFen: { label: 'Group price', unit: 'yuan', hint: 'For each one, below the reference price.' },
      byTier: { label: 'A price for each tier', hint: 'A higher tier pays the same or less.' },
      userPriceFen: { label: 'For users', unit: 'yuan' },
      fanPriceFen: { label: 'For fans', unit: 'yuan' },
      coreFanPriceFen: { label: 'For core fans', unit: 'yuan' },
      stock: { label: 'How many', unit: 'pieces', hint: 'All set aside when you publish.' },
      quantityMax: { label: 'Per member at most', unit: 'pieces', hint: 'Each member can reserve once.' },
      ...useWindowEn,
      validity: { label: 'When it is picked up', options: { fixed: 'On fixed days', from_claim: 'For some days from the reservation' } },
      useFromOn: { label: 'Picked up from' },
      useUntilOn: { label: 'Picked up until', hint: 'To the end of that day; it may be later than the end of reserving.' },
    },
  },
  invite_reward: {
    name: 'Invite',
    goal: 'Meet new friends',
    explanation: 'A friend joins and checks in or claims for the first time; at that moment the stated coupons arrive.',
    titleExample: 'Such as: up early with a friend',
    parameters: {
      sides: {
        label: 'Who gets a coupon',
        options: { both: 'Friend and inviter', friend: 'The friend only', inviter: 'The inviter only' },
      },
      amountOffFen: { label: 'Each coupon takes off', unit: 'yuan' },
      thresholdFen: { label: 'For orders of', unit: 'yuan', hint: 'With 0 it takes an order of any amount.', zero: 'any amount' },
      useUntilOn: { label: 'Usable until', hint: 'To the end of that day.' },
      steps: {
        label: 'More for more friends',
        hint: 'At which friend’s first check-in or claim the inviter gets one coupon more. A team is 5 people at most, the inviter among them.',
        columns: { friends: { label: 'Friend number' }, amountOffFen: { label: 'One more takes off', unit: 'yuan' } },
        addRow: 'Add a step',
        noRows: 'Nothing more: every friend counts the same.',
      },
      inviterMax: { label: 'Friends per member', unit: 'friends', hint: 'The platform wants a limit: 5 at most, with steps 4.' },
      inviterDayMax: { label: 'Friends per member and day', unit: 'friends', hint: '3 at most.' },
      pairs: { label: 'Coupons for how many friends', unit: 'friends', hint: 'All set aside when you publish.' },
      touchDays: { label: 'Days to check in or claim after opening', unit: 'days' },
    },
  },
  quiz: {
    name: 'Quiz',
    goal: 'Let people learn something',
    explanation: 'One to five questions, answered once; right answers can earn points.',
    titleExample: 'Such as: What do you know about bread?',
    parameters: {
      questions: {
        label: 'Questions',
        hint: 'Two to four options each; the last two may stay empty. Only you see which is right until a member has answered.',
        columns: {
          question: { label: 'Question' },
          optionA: { label: 'Option 1' },
          optionB: { label: 'Option 2' },
          optionC: { label: 'Option 3' },
          optionD: { label: 'Option 4' },
          right: { label: 'Right option' },
        },
        addRow: 'Add a question',
      },
      rewarded: { label: 'Right answers earn points', hint: 'Off: only the score is shown.' },
      pointsPerRight: { label: 'Each right answer earns', unit: 'points' },
      pointsBudget: { label: 'Points in all', unit: 'points', hint: 'All set aside when you publish; never more than that.' },
    },
  },
  poll: {
    name: 'Poll',
    goal: 'Hear what people choose',
    explanation: 'One question, a few options, results after voting. Votes are never rewarded.',
    titleExample: 'Such as: Which new bread next week?',
    parameters: {
      question: { label: 'What you ask' },
      options: { label: 'Options', columns: { option: { label: 'Option' } }, addRow: 'Add an option' },
      choicesMax: { label: 'Choices per member', unit: 'at most' },
      changeable: { label: 'Votes can be changed', hint: 'On: until the end.' },
    },
  },
  topic: {
    name: 'Topic',
    goal: 'Get people talking',
    explanation: 'You bring something up, every member says one thing, checked before others see it.',
    titleExample: 'Such as: This morning’s breakfast',
    parameters: { prompt: { label: 'What to talk about', hint: 'The more concrete, the easier to answer.' } },
  },
  question: {
    name: 'Questions and answers',
    goal: 'Let people help each other',
    explanation: 'Members ask, others answer, and whoever asked accepts one answer.',
    titleExample: 'Such as: Ask about baking',
    parameters: {
      about: { label: 'What can be asked' },
      questionsMax: { label: 'Questions per member', unit: 'at most' },
    },
  },
  notice: {
    name: 'Notice',
    goal: 'Say it clearly',
    explanation: 'A letter from you to everybody; you see how many have read it.',
    titleExample: 'Such as: Opening hours over the holidays',
    parameters: {
      paragraphs: {
        label: 'Text',
        hint: 'One line is one paragraph.',
        columns: { text: { label: 'Paragraph' } },
        addRow: 'Add a paragraph',
      },
    },
  },
  ...giftTypesEn,
  trial: {
    name: 'Trial',
    goal: 'Let people try something new',
    explanation: 'Members answer a short question to apply; first come or a stated criterion decides; those who used it say how it was.',
    titleExample: 'e.g. Try our walnut rolls',
    parameters: {
      item: { label: 'What is tried', hint: 'e.g. one walnut roll' },
      places: { label: 'Places', unit: 'places', hint: 'All set aside when you publish.' },
      question: { label: 'Question for applicants', hint: 'Only you see the answers.' },
      selection: {
        label: 'Who is chosen',
        hint: 'Never by a draw; the terms say how.',
        options: { first_come: 'First come', criteria: 'By a criterion' },
      },
      by: {
        label: 'Criterion',
        hint: 'As of the last day; among equals, who applied first.',
        options: { streak: 'Check-in streak', active_days: 'Check-in days of the last 30', influence: 'People helped and friends brought' },
      },
      useUntilOn: { label: 'Voucher usable until' },
      reportUntilOn: { label: 'Report due by', hint: 'Without a report there is no next trial.' },
    },
  },
  ...seasonTypeEn,
};

export const problemsEn: Words['problems'] = {
  missing: () => 'This is not filled in yet.',
  too_small: (limit) => (limit === null ? 'This is too small.' : `At least ${limit}.`),
  too_large: (limit) => (limit === null ? 'This is too large.' : `At most ${limit}.`),
  too_short: (limit) => (limit === null ? 'This is too short.' : `At least ${limit} characters.`),
  too_long: (limit) => (limit === null ? 'This is too long.' : `At most ${limit} characters.`),
  too_few: (limit) => (limit === null ? 'There are too few.' : `At least ${limit}.`),
  too_many: (limit) => (limit === null ? 'There are too many.' : `At most ${limit}.`),
  not_a_day: () => 'Choose a day.',
  malformed: () => 'Type a number, such as 30.',
  not_in_order: (limit) => (limit === null ? 'Each row must be more than the one before.' : `Not before ${limit}.`),
  unknown_tag: () => 'A tag is not there any more. Choose again.',
  not_early: () => 'Check-ins count from the first day: nobody can take part before it.',
  repeated: () => 'This is there already.',
  unknown_group: () => 'This group is not bound. Choose another.',
  in_the_past: (limit) => (limit === null ? 'This day is over.' : `This day is over; ${limit} at the earliest.`),
  content_review: (word) =>
    word === null
      ? 'It did not pass the content check by itself. Put it in other words, or try later.'
      : `“${word}” did not pass the content check by itself. Put it in other words.`,
  beyond_plan: (limit) =>
    `Nobody can reach this: the campaign has ${limit ?? 'fewer'} days to check in on. Ask for fewer, or end it later.`,
  beyond_cycle: (limit) => `Nobody can reach this: a round has ${limit ?? 'fewer'} days at most. Ask for fewer, or choose longer rounds.`,
  not_below_reference: (limit) => (limit === null ? 'The group price has to be lower.' : `The group price has to be below ${limit}.`),
  not_below_threshold: (limit) =>
    limit === null ? 'It must take off less than the order.' : `It must take off less than the order’s ${limit}.`,
};

export const inviteRefusalsEn: Words['inviteRefusals'] = {
  self: 'This is your own invite; you cannot invite yourself.',
  loop: 'You are tied by an invite already; it does not count the other way round.',
  already_member: 'This friend was a member already.',
  already_invited: 'This friend opened another invite first.',
  touch_expired: 'The first check-in or claim came too long after the invite was opened.',
  limit_reached: 'The inviter has reached the limit.',
  campaign_over: 'The campaign is paused or has ended.',
  sold_out: 'All the coupons have been given.',
  left: 'One of the two has left and was erased.',
};
