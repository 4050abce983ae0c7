// Every "no" in Chinese: the reason with its number, and what to do next.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import { giftNoZhCn } from '#app/i18n/gifts-zh-cn';
import { seasonNoZhCn } from '#app/i18n/season-zh-cn';
import { tiersZhCn as tiers } from '#app/i18n/tiers-zh-cn';
import type { Words } from '#app/i18n/words';
import { isAtLeast } from '#core/rules/membership/tier-code';

const missing = {
  community: '这个社群',
  campaign: '这个活动',
  coupon: '这张券',
  member: '这位成员',
  invite: '这份邀请',
  promise: '这份承诺',
  season: '这一期榜单',
  complaint: '这条反馈',
  tag: '这个标签',
  entry: '这段文字',
  grant: '这笔积分',
  segment: '这个分群',
  order: '这一张兑换单',
  review: '这次复核',
} as const;
const stages = { draft: '还没有发布', live: '正在进行', paused: '正在暂停', ended: '已经结束' } as const;

/** What a text or a picture is about that may not be shown. */
export const contentLabelsZhCn: Words['contentLabels'] = {
  normal: '内容',
  advertising: '广告',
  politics: '时政',
  sexual: '色情',
  abuse: '辱骂',
  crime: '违法犯罪',
  fraud: '欺诈',
  vulgar: '低俗',
  copyright: '版权',
  promotion: '平台不允许的促销说法',
  unchecked: '还没有检查',
  other: '其他不宜公开的内容',
};

export const noZhCn: Words['no'] = {
  not_found: ({ what }) => ({
    reason: `没有找到${missing[what]}，可能已被移除，或不对你开放。`,
    next: '回上一页，或从群里的卡片再打开一次。',
  }),
  campaign_paused: () => ({ reason: '活动暂停中，现在不发新的奖励。', next: '已领到的券和积分照常有效，过些时候再来看。' }),
  campaign_not_started: ({ startsOn, early }) => {
    const reason = `活动 ${f.day(startsOn)} 开始。`;
    if (early === undefined) return { reason, next: '到那天再来就可以参加。' };
    const opens = `${f.day(early.on)} ${f.dayStart(early.minutes)}`;
    if (isAtLeast(early.have, early.tier)) return { reason, next: `你是「${tiers[early.have]}」，${opens} 起就可以提前参加。` };
    return {
      reason: `${reason}「${tiers[early.tier]}」及以上的成员 ${opens} 起就可以提前参加，你现在是「${tiers[early.have]}」。`,
      next: `到「我的」看看离「${tiers[early.tier]}」还差什么，或者到 ${f.day(startsOn)} 再来。`,
    };
  },
  campaign_ended: ({ endedOn }) => ({ reason: `活动已在 ${f.day(endedOn)} 结束。`, next: '已领到的券按券面日期照常使用。' }),
  not_in_group: ({ label }) => ({
    reason: `仅限「${label}」群成员，还没有确认你在群里。`,
    next: `请从「${label}」群里的卡片打开，再试一次。`,
  }),
  tier_too_low: ({ need, have }) => ({
    reason: `「${tiers[need]}」及以上的成员可以参加，你现在是「${tiers[have]}」。`,
    next: '到「我的」看看离下一级还差什么。',
  }),
  tag_missing: ({ tags }) => ({
    reason: `只对群主标记为${tags.map((tag) => `「${tag}」`).join('或')}的成员开放。`,
    next: '标签由群主添加，有疑问请联系主办方。',
  }),
  streak_too_short: ({ need, have }) => ({
    reason: `连续打卡满 ${f.days(need)}可以参加，你现在连续 ${f.days(have)}。`,
    next: `每天打卡，再连续 ${f.days(need - have)}就可以。`,
  }),
  newcomers_only: ({ days }) => ({
    reason: `只对加入 ${f.days(days)}以内的新成员开放。`,
    next: '其他活动照常可以参加，看看首页的卡片。',
  }),
  already_checked_in: ({ streakDays, nextOn }) => ({
    reason: `今天已打卡，连续第 ${f.days(streakDays)}。`,
    next: `${f.day(nextOn)}再来，就是连续第 ${f.days(streakDays + 1)}。`,
  }),
  grace_over: ({ on, hours }) => ({
    reason:
      hours === 0 ? `${f.day(on)}已经过去，不能再打卡。` : `补记 ${f.day(on)}的时间已过，只在当天结束后的 ${f.count(hours)} 小时内可以。`,
    next: '打今天的卡，连续从今天数起。',
  }),
  day_not_missing: ({ on }) => ({
    reason: `${f.day(on)}不用补：已经打过卡、是休息日，或者不在你参加的日子里。`,
    next: '在日历上选一个缺卡的日子。',
  }),
  make_up_too_late: ({ reachOn, reachDays }) => ({
    reason: `补签卡只能补最近 ${f.days(reachDays)}，最早补到 ${f.day(reachOn)}。`,
    next: '选一个更近的缺卡日。',
  }),
  no_make_up_card: ({ missingCheckIns, nextMonthOn }) => ({
    reason: '你现在没有补签卡。',
    next:
      missingCheckIns !== null
        ? `再打卡 ${f.count(missingCheckIns)} 次得一张。`
        : nextMonthOn !== null
          ? `${f.day(nextMonthOn)}有新的补签卡。`
          : '这个计划没有补签卡，从今天接着打。',
  }),
  limit_reached: ({ max, held }) => ({
    reason: `每人最多 ${f.count(max)} 份，你已得 ${f.count(held)} 份。`,
    next: '到「我的」里看看已经得到的。',
  }),
  day_limit_reached: ({ max, nextOn }) => ({
    reason: `每人每天最多领 ${f.coupons(max)}，今天已经领满。`,
    next: nextOn === null ? '活动今天结束，已领到的券在券包里。' : `${f.day(nextOn)}可以再领。`,
  }),
  quantity_over_limit: ({ max }) => ({ reason: `每人最多 ${f.count(max)} 份。`, next: '改少一点就可以。' }),
  sold_out: ({ stock }) => ({ reason: `备好的 ${f.count(stock)} 份都领完了。`, next: '下一次活动会在这里出现。' }),
  not_enough_left: ({ left }) => ({ reason: `还剩 ${f.count(left)} 份，不够你要的数量。`, next: '改少一点再预留。' }),
  group_proof_invalid: () => ({ reason: '没能确认你在哪个群。', next: '请从群里的卡片重新打开。' }),
  group_proof_expired: ({ seconds }) => ({
    reason: `群的确认只在 ${f.count(Math.round(seconds / 60))} 分钟内有效，已经过时。`,
    next: '请从群里的卡片重新打开。',
  }),
  group_proof_used: () => ({ reason: '这次群确认已经用过一次。', next: '请从群里的卡片重新打开。' }),
  already_joined: ({ joinedAt }) => ({ reason: `你在 ${f.moment(joinedAt)} 已经加入。`, next: '现在就可以打卡、领券。' }),
  draft_incomplete: ({ paths }) => ({
    reason: `还有 ${f.count(paths.length)} 处没有填好，暂时不能发布。`,
    next: '回到编辑页，按字段下的提示修改。',
  }),
  policy_blocked: ({ rules }) => ({
    reason: `有 ${f.count(rules.length)} 条规则不允许这样发布：${rules.join('、')}。`,
    next: '回到预览，照每条下面的改法改好，再发布。',
  }),
  policy_unconfirmed: ({ rules }) => ({
    reason: `有 ${f.count(rules.length)} 条提醒还没有确认：${rules.join('、')}。`,
    next: '逐条读一遍，确认没有问题就打勾，再发布。',
  }),
  campaign_not_draft: ({ state }) => ({ reason: `活动${stages[state]}，条款不能再改。`, next: '想换一套条款，请新建一个活动。' }),
  campaign_not_live: ({ state }) => ({
    reason: `活动${stages[state]}，现在不能这样做。`,
    next: state === 'paused' ? '先恢复活动，再试一次。' : '回到群主台看看它的状态。',
  }),
  campaign_not_paused: ({ state }) => ({ reason: `活动${stages[state]}，不需要恢复。`, next: '回到群主台看看它的状态。' }),
  too_many_open: ({ max }) => ({ reason: `进行中的活动最多 ${max} 个。`, next: '先结束一个，再发布新的。' }),
  only_better: ({ validMonths, pendingDays }) => ({
    reason: `现在积分${validMonths === null ? '长期有效' : `有效 ${f.count(validMonths)} 个月`}，${pendingDays === 0 ? '当时可用' : `${f.days(pendingDays)}后可用`}，已经公布，只能改得更好。`,
    next: '可以把有效期延长，或让积分更早可用。',
  }),
  already_reversed: () => ({ reason: '这笔积分已经撤回过。', next: '到成员的积分明细里看看那一笔。' }),
  too_many_segments: ({ max }) => ({ reason: `一个社群最多 ${f.count(max)} 个分群，已经满了。`, next: '先删掉一个不用的，再存新的。' }),
  too_many_tags: ({ max }) => ({ reason: `一个社群最多 ${f.count(max)} 个标签，已经满了。`, next: '到「成员分群」删掉一个不用的。' }),
  tag_in_use: ({ titles }) => ({
    reason: `还有活动在用这个标签：${titles.map((title) => `「${title}」`).join('、')}。`,
    next: '等活动结束，或先放宽它的参与条件，再来删。',
  }),
  would_worsen: ({ paths }) => ({
    reason: `有 ${f.count(paths.length)} 处比已发布的规则差，不能这样改。`,
    next: '活动发布后只能改得更好：日期更长、数量更多、门槛更低。改回原来的，再保存。',
  }),
  ...giftNoZhCn,
  ...seasonNoZhCn,
  owner_stays: () => ({ reason: '群主的身份不能这样改。', next: '请选另一位成员做店员。' }),
  organiser_fixed: ({ campaigns }) => ({
    reason: `有 ${f.count(campaigns)} 个活动还在进行，主办方不能改。`,
    next: '等活动结束以后再改，其他内容现在就可以改。',
  }),
  content_refused: ({ path, label, word }) => ({
    reason: `${path === 'picture' ? '这张图片' : '这段文字'}没有通过内容检查（${contentLabelsZhCn[label]}）${word === null ? '' : `：「${word}」`}。`,
    next: path === 'picture' ? '换一张再试。' : '换个说法再试，填过的都还在。',
  }),
  user_content_off: () => ({ reason: '这里不公开成员写的文字、昵称和头像。', next: '别人只看到「成员」和编号，打卡、领券照常。' }),
  picture_unreadable: ({ sideMin, sideMax }) => ({
    reason: '没有读出这张图片。',
    next: `请选一张照片，边长会缩到 ${f.count(sideMin)} 至 ${f.count(sideMax)} 像素。`,
  }),
  nothing_waiting: () => ({ reason: '这一条已经处理过，或者成员自己改了。', next: '刷新一下，看还有哪些在等。' }),
  not_answered: () => ({ reason: '答完才能看结果。', next: '先答题或投票，马上就能看到。' }),
  already_answered: ({ answeredAt }) => ({ reason: `你在 ${f.moment(answeredAt)} 已经答过，每人一次。`, next: '现在就可以看结果。' }),
  choices_off: ({ min, max }) => ({
    reason: min === max ? `要把 ${f.count(max)} 道题都答上。` : `请选 ${f.count(min)} 到 ${f.count(max)} 项。`,
    next: '改好以后再交一次。',
  }),
  asked_all: ({ max }) => ({ reason: `每人最多提 ${f.count(max)} 个问题，你已经提满了。`, next: '看看别人的问题，也许你能帮上忙。' }),
  own_entry: () => ({ reason: '这是你自己写的，不能回答，也不能举报。', next: '不想留着的话，可以收回。' }),
  already_accepted: () => ({ reason: '这个问题已经采纳了回答，不能再换。', next: '还想说的，可以另外提一个问题。' }),
  already_applied: ({ appliedAt }) => ({ reason: `你在 ${f.moment(appliedAt)} 已经申请过，每人一次。`, next: '结果会显示在活动页上。' }),
  report_owed: ({ title, untilOn }) => ({
    reason: `「${title}」的体验报告应在 ${f.day(untilOn)} 前交，还没有交。`,
    next: '到那个活动页补交一份，马上就能申请。',
  }),
  not_selected: () => ({ reason: '体验报告由入选的人写，这次你没有入选。', next: '可以先看看别人的体验。' }),
  not_redeemed_yet: ({ useUntilOn }) => ({ reason: '用过试用券才能写体验。', next: `${f.day(useUntilOn)} 前到店出示券码，用过再来写。` }),
  report_given: ({ at }) => ({ reason: `你在 ${f.moment(at)} 已经交过体验报告。`, next: '想改的话，先收回再写。' }),
  already_reported: () => ({ reason: '你已经举报过这一条。', next: '群主会来看，不用再点。' }),
  code_unknown: () => ({ reason: '没有认出这个券码。', next: '请顾客打开券包里的券，再扫一次，或核对 10 位数字。' }),
  code_expired: ({ seconds }) => ({
    reason: `这个码已过期，每个码只用 ${f.count(seconds)} 秒。`,
    next: '请顾客出示屏幕上的新码；截图不能用。',
  }),
  scan_expired: ({ minutes }) => ({
    reason: `这次扫码超过 ${f.count(minutes)} 分钟了，还没有核销。`,
    next: '请再扫一次顾客的码，金额替你留着。',
  }),
  scan_too_old: ({ hours }) => ({
    reason: `没有网络时扫的码，要在 ${f.count(hours)} 小时内核销，这一张已经超过。`,
    next: '请顾客再出示一次；人已经走了，就当面跟群主说清。',
  }),
  coupon_not_yet: ({ useFromOn }) => ({ reason: `这张券 ${f.day(useFromOn)}起才能用。`, next: '到那天再来出示。' }),
  coupon_expired: ({ useUntilOn }) => ({ reason: `这张券用到 ${f.day(useUntilOn)}为止，已经过期。`, next: '看看券包里还有没有别的券。' }),
  order_missing: () => ({ reason: '这张券要按订单金额来算。', next: '先填订单金额，再核销。' }),
  below_threshold: ({ thresholdFen, missingFen }) => ({
    reason: `满 ${f.yuan(thresholdFen)}可用，还差 ${f.yuan(missingFen)}。`,
    next: '凑够金额后改一下订单金额就好。',
  }),
  coupon_void: ({ why }) =>
    why === 'left'
      ? { reason: '领券的账号注销了，这张券也作废了。', next: '重新加入以后，新领的券可以照常使用。' }
      : { reason: '这张券来自一份被撤回的邀请，已经作废。', next: '理由写在「我的邀请」里；有异议请联系主办方。' },
  invite_not_rewarded: ({ state }) => ({
    reason: state === 'reversed' ? '这份邀请已经撤回过。' : '这份邀请没有发过奖励。',
    next: '只有已经得券的邀请才能撤回。',
  }),
  already_redeemed: ({ redeemedAt, clerk }) => ({
    reason: `这张券 ${f.moment(redeemedAt)} 已核销，经手人：${clerk}。`,
    next: '每张券只能用一次。核错了，群主可在 24 小时内撤销。',
  }),
  not_redeemed: () => ({ reason: '这张券没有核销记录，不用撤销。', next: '它仍可按券面日期使用。' }),
  undo_too_late: ({ hours }) => ({ reason: `核销超过 ${f.count(hours)} 小时，不能再撤销。`, next: '可以再发一张券给这位顾客。' }),
  words_needed: () => ({ reason: '这份承诺补发不了券和积分。', next: '写下你是怎么补给对方的，就能记为已补。' }),
  complaint_open: ({ filedAt }) => ({ reason: `你在 ${f.moment(filedAt)} 提过，群主还没有回复。`, next: '有了回复，这里就会看到。' }),
  already_appealed: ({ appealedAt }) => ({
    reason: `你在 ${f.moment(appealedAt)} 已经申诉过。`,
    next: '群主回复后会显示在这里；一直没有回复，限制会自动结束。',
  }),
  too_many_complaints: ({ max }) => ({ reason: `一个活动最多提 ${f.count(max)} 次。`, next: '请按活动条款里的联系方式直接找主办方。' }),
  already_settled: ({ settledAt }) => ({ reason: `这份承诺 ${f.moment(settledAt)} 已经补发。`, next: '券在双方的券包里，不用再补。' }),
  reminder_unavailable: () => ({ reason: '这里现在发不了提醒。', next: '日期都写在券面和打卡日历上，随时可以打开看。' }),
  unknown_action: () => ({ reason: '这个版本太旧，认不得这一步。', next: '关掉小程序，重新打开。' }),
  sign_in_required: () => ({ reason: '还没有登录。', next: '重新打开一次就会自动登录。' }),
  session_expired: () => ({ reason: '登录已过期。', next: '重新打开一次就会自动登录。' }),
  join_required: () => ({ reason: '这里只对成员开放，你还没有加入。', next: '加入社群后就可以用，不用填表。' }),
  clerk_only: () => ({ reason: '这一页只给店员和群主用。', next: '请群主在成员名单里把你设为店员。' }),
  owner_only: () => ({ reason: '这一页只给群主用。', next: '回到首页，看看社群里正在进行的活动。' }),
  invalid_input: () => ({ reason: '有一处填得不对，没有保存。', next: '检查标出的内容，改好再试。' }),
  too_large: () => ({ reason: '内容太长，没有发出去。', next: '删短一些再试。' }),
  slow_down: ({ seconds }) => ({ reason: '点得太快了。', next: `${f.count(seconds)} 秒后再试。` }),
  request_id_required: () => ({ reason: '这一步没有发完整。', next: '再点一次就好。' }),
  request_id_reused: () => ({ reason: '这一步的内容和上一次不一样，没有再做。', next: '刷新看看结果，再决定要不要重来。' }),
  try_again: ({ reference }) => ({ reason: `暂时没有办成，请再试一次。编号 ${reference}`, next: '你填的内容都还在，不会重复办理。' }),
  internal: ({ reference }) => ({ reason: `我们这边出了错，编号 ${reference}`, next: '请把编号告诉我们，你填的内容都还在。' }),
  offline: () => ({ reason: '没有网络，没有收到回音。', next: '有网后再试一次。填过的都还在，不会重复办理。' }),
};
