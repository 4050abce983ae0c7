// The exhaustive map from action to handler: the compiler says what is missing, or too much.
import type { Handlers } from '#server/app/request-context';
import * as analyticsDays from '#server/features/analytics/days';
import * as analyticsNeeds from '#server/features/analytics/needs';
import * as analyticsResults from '#server/features/analytics/results';
import * as analytics from '#server/features/analytics/today';
import { replay } from '#server/features/audit/replay';
import * as campaignChanges from '#server/features/campaign/changes';
import { glance } from '#server/features/campaign/glance';
import * as campaignImprove from '#server/features/campaign/improve';
import * as campaignVersions from '#server/features/campaign/versions';
import * as campaignViews from '#server/features/campaign/views';
import { why } from '#server/features/campaign/why';
import * as checkin from '#server/features/checkin/check-in';
import { applicants } from '#server/features/community/applicants';
import * as communityBlock from '#server/features/community/block';
import * as communityChanges from '#server/features/community/changes';
import * as communityJoin from '#server/features/community/join';
import * as communityViews from '#server/features/community/views';
import * as contentAnswer from '#server/features/content/answer';
import * as contentTexts from '#server/features/content/texts';
import { thread } from '#server/features/content/thread';
import * as coupon from '#server/features/coupon/claim';
import { basis as forecastBasis } from '#server/features/forecast/basis';
import { code as inviteCode } from '#server/features/invite/code';
import * as invite from '#server/features/invite/invite';
import * as inviteReverse from '#server/features/invite/reverse';
import * as leaderboard from '#server/features/leaderboard/board';
import * as season from '#server/features/leaderboard/last';
import * as settlement from '#server/features/leaderboard/settlement';
import * as membershipErase from '#server/features/membership/erase';
import * as membershipExport from '#server/features/membership/export';
import * as membershipSegments from '#server/features/membership/segments';
import * as membership from '#server/features/membership/show';
import * as membershipStanding from '#server/features/membership/standing';
import * as membershipStory from '#server/features/membership/story';
import * as membershipTags from '#server/features/membership/tags';
import * as moderation from '#server/features/moderation/decide';
import * as moderationQueue from '#server/features/moderation/queue';
import * as moderationTexts from '#server/features/moderation/texts';
import * as exchanges from '#server/features/points/exchange';
import * as pointsOwner from '#server/features/points/owner';
import * as points from '#server/features/points/statement';
import * as promiseArchive from '#server/features/promise/archive';
import * as complaints from '#server/features/promise/complaints';
import * as promiseHolders from '#server/features/promise/holders';
import * as promises from '#server/features/promise/promises';
import * as redemptionChanges from '#server/features/redemption/changes';
import * as counter from '#server/features/redemption/counter';
import { shift } from '#server/features/redemption/shift';
import * as reminder from '#server/features/reminder/reminders';
import * as riskMine from '#server/features/risk/mine';
import * as reviews from '#server/features/risk/reviews';
import * as trialChanges from '#server/features/trial/changes';
import * as trialViews from '#server/features/trial/views';

export const handlers: Handlers = {
  'community.create': communityChanges.create,
  'community.mine': communityViews.mine,
  'community.enter': communityChanges.enter,
  'community.home': communityViews.home,
  'community.join': communityJoin.join,
  'community.withdraw': communityJoin.withdraw,
  'community.setJoining': communityJoin.setJoining,
  'community.applicants': applicants,
  'community.admit': communityJoin.admit,
  'community.describe': communityChanges.describe,
  'community.bindGroup': communityChanges.bindGroup,
  'community.groups': communityViews.groups,
  'community.members': communityViews.members,
  'community.appoint': communityChanges.appoint,
  'community.block': communityBlock.block,
  'community.unblock': communityBlock.unblock,
  'membership.showName': membership.showName,
  'membership.showAvatar': membership.showAvatar,
  'membership.standing': membershipStanding.standing,
  'membership.tags': membershipTags.tags,
  'membership.segments': membershipSegments.segments,
  'membership.saveSegment': membershipSegments.saveSegment,
  'membership.removeSegment': membershipSegments.removeSegment,
  'membership.countSegment': membershipSegments.countSegment,
  'membership.saveTag': membershipTags.saveTag,
  'membership.removeTag': membershipTags.removeTag,
  'membership.tag': membershipTags.tag,
  'membership.story': membershipStory.story,
  'membership.export': membershipExport.exportMine,
  'membership.erase': membershipErase.erase,
  'moderation.queue': moderationQueue.queue,
  'moderation.decide': moderation.decide,
  'moderation.texts': moderationTexts.texts,
  'moderation.judge': moderationTexts.judge,
  'campaign.types': campaignViews.types,
  'campaign.save': campaignChanges.save,
  'campaign.discard': campaignChanges.discard,
  'campaign.list': campaignViews.list,
  'campaign.preview': campaignViews.preview,
  'campaign.publish': campaignChanges.publish,
  'campaign.improve': campaignImprove.improve,
  'campaign.versions': campaignVersions.versions,
  'campaign.warnAt': campaignImprove.warnAt,
  'campaign.pause': campaignChanges.pause,
  'campaign.resume': campaignChanges.resume,
  'campaign.end': campaignChanges.end,
  'campaign.post': campaignChanges.post,
  'campaign.open': campaignViews.open,
  'campaign.glance': glance,
  'campaign.why': why,
  'campaign.reach': campaignChanges.reach,
  'forecast.basis': forecastBasis,
  'checkin.checkIn': checkin.checkIn,
  'checkin.makeUp': checkin.makeUp,
  'checkin.calendar': checkin.calendar,
  'points.statement': points.statement,
  'points.policy': pointsOwner.policy,
  'points.setPolicy': pointsOwner.setPolicy,
  'points.memberStatement': points.memberStatement,
  'points.reverse': pointsOwner.reverse,
  'points.exchange': exchanges.exchange,
  'points.myOrders': exchanges.myOrders,
  'points.orders': exchanges.orders,
  'points.handOver': exchanges.handOver,
  'points.cancelOrder': exchanges.cancelOrder,
  'coupon.claim': coupon.claim,
  'coupon.wallet': coupon.wallet,
  'redemption.code': counter.code,
  'redemption.scan': counter.scan,
  'redemption.preview': counter.preview,
  'redemption.confirm': redemptionChanges.confirm,
  'redemption.undo': redemptionChanges.undo,
  'redemption.recent': counter.recent,
  'redemption.shift': shift,
  'invite.create': invite.create,
  'invite.code': inviteCode,
  'invite.list': invite.list,
  'invite.review': inviteReverse.review,
  'invite.reverse': inviteReverse.reverse,
  'risk.queue': reviews.queue,
  'risk.review': reviews.review,
  'risk.decide': reviews.decide,
  'risk.answer': reviews.answer,
  'risk.mine': riskMine.mine,
  'risk.appeal': riskMine.appeal,
  'audit.replay': replay,
  'leaderboard.board': leaderboard.board,
  'leaderboard.hide': leaderboard.hide,
  'content.answer': contentAnswer.answer,
  'content.results': contentAnswer.results,
  'content.read': contentAnswer.read,
  'content.thread': thread,
  'content.post': contentTexts.post,
  'content.remove': contentTexts.remove,
  'content.accept': contentTexts.accept,
  'content.report': contentTexts.report,
  'trial.apply': trialChanges.apply,
  'trial.report': trialChanges.report,
  'trial.read': trialChanges.read,
  'trial.reports': trialViews.reports,
  'trial.results': trialViews.results,
  'trial.applicants': trialViews.applicants,
  'reminder.wallet': reminder.wallet,
  'reminder.accept': reminder.accept,
  'reminder.stop': reminder.stop,
  'leaderboard.last': season.last,
  'leaderboard.settlement': settlement.latest,
  'promise.open': promises.open,
  'promise.settle': promises.settle,
  'promise.report': promises.report,
  'promise.holders': promiseHolders.holders,
  'promise.trust': promiseHolders.trust,
  'promise.complain': complaints.complain,
  'promise.complaintsOfMine': complaints.ofMine,
  'promise.complaints': complaints.all,
  'promise.answer': complaints.answer,
  'promise.archive': promiseArchive.archive,
  'analytics.today': analytics.today,
  'analytics.days': analyticsDays.days,
  'analytics.needs': analyticsNeeds.needs,
  'analytics.results': analyticsResults.results,
};
