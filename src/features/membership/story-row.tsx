// One line of a member's story: what they did and when, what it brought, and why.
import { Text, View } from '@tarojs/components';
import type { Told } from '#app/features/membership/fold-story';
import { dayText } from '#app/features/when';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import './story-row.scss';

/** What was done, in words. */
function useDeedText({ line, days }: Told): string {
  const words = useOwnersWords();
  const says = words.owner.people.story;
  if (line.deed === 'checked_in' && days > 1) return says.run(days);
  if (line.deed === 'tier' && line.tier !== null) return says.tier(words.tiers[line.tier.from], words.tiers[line.tier.to]);
  if (line.coupon !== null) return says.withCoupon(says.deeds[line.deed], benefitLabel(words.benefits, line.coupon.benefit));
  return says.deeds[line.deed];
}

/** The lines below it: when and by which campaign, what was bought, and why each reward was given. */
function useDetails({ line, days, fromOn, rewards }: Told): readonly string[] {
  const words = useOwnersWords();
  const { formats, member, owner } = words;
  const says = owner.people.story;
  const when = days === 1 ? dayText(words, line.on) : formats.span(fromOn, line.on);
  const { coupon } = line;
  // A reward names its campaign with the clause: once is enough.
  const isNamedBelow = rewards.some(({ campaignId, version }) => campaignId === line.campaignId && version !== null);
  const named = coupon !== null ? says.by(line.title, coupon.version) : line.title === '' || isNamedBelow ? '' : says.only(line.title);
  const first = [when, named].filter((text) => text !== '').join(' · ');
  const order = coupon?.order == null ? [] : [says.order(formats.money(coupon.order.orderFen), formats.money(coupon.order.offFen))];
  const why = coupon === null || line.deed !== 'got' ? [] : [says.why(member.wallet.reason[coupon.reason])];
  const given = rewards.map(({ points, reason, title, version }) => {
    const signed = points > 0 ? `+${formats.points(points)}` : formats.points(points);
    // The sum stands at the right: of one reward it is all.
    const because = rewards.length === 1 ? says.why(member.statement.reason[reason]) : says.reward(signed, member.statement.reason[reason]);
    return [because, version === null || title === '' ? '' : says.by(title, version)].filter((text) => text !== '').join(' · ');
  });
  return [first, ...order, ...why, ...given];
}

export function StoryRow({ told }: { readonly told: Told }) {
  const { formats } = useOwnersWords();
  const text = useDeedText(told);
  const [when, ...details] = useDetails(told);
  const sum = told.rewards.reduce((total, { points }) => total + points, 0);
  return (
    <View className="statement-line">
      <View className="statement-line__words">
        <Text>{text}</Text>
        <Text className="quiet">{when}</Text>
        {details.map((detail) => (
          <Text key={detail} className="quiet">
            {detail}
          </Text>
        ))}
      </View>
      {told.rewards.length === 0 ? null : (
        <View className="statement-line__numbers">
          <Text className={`statement-line__points${sum > 0 ? ' statement-line__points--earned' : ''}`}>
            {sum > 0 ? `+${formats.count(sum)}` : formats.count(sum)}
          </Text>
        </View>
      )}
    </View>
  );
}
