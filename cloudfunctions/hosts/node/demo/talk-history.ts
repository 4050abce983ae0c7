// What the people of the demo answer, ask, help with and read, as deeds of the real application.
import { type Instant, SECOND_MS } from '#core/values/instant';
import type { DemoPerson } from '#server/hosts/node/demo/demo-people';
import { PromiseHistory } from '#server/hosts/node/demo/demo-promises';

/** The day on which the crowd answers; whoever joined before it may. */
const CROWD_DAY = 42;

/** A history in which people talk, too. */
export class TalkHistory extends PromiseHistory {
  private answer(
    who: string,
    key: 'quiz' | 'poll',
    [day, hour, minute]: readonly [number, number, number],
    chosen: readonly number[],
  ): void {
    this.add(who, this.at(day, hour, minute), async (at) => {
      const input = { communityId: this.communityId, campaignId: this.campaignId(key), chosen: [...chosen] };
      await this.open(who, key, at - 40 * SECOND_MS);
      await this.actor(who).ask(at, 'content.answer', input);
    });
  }

  private say(who: string, key: 'topic' | 'question', [day, hour]: readonly [number, number], text: string, asker?: string): void {
    this.add(who, this.at(day, hour, 20), async (at) => {
      const question = asker === undefined ? {} : { question: { memberId: this.memberIds.get(asker) ?? '', slot: 'q1' } };
      const input = { communityId: this.communityId, campaignId: this.campaignId(key), text, ...question };
      await this.open(who, key, at - 40 * SECOND_MS);
      await this.actor(who).ask(at, 'content.post', input);
    });
  }

  private talkOfTheCast(): void {
    this.answer('member', 'poll', [39, 12, 5], [2]);
    this.answer('clerk', 'poll', [39, 13, 0], [1]);
    this.answer('member', 'quiz', [41, 12, 0], [2, 1]);
    this.answer('clerk', 'quiz', [41, 13, 0], [2, 2]);
    this.say('member', 'question', [31, 19], '荠菜买多了，怎么存才不黄？');
    this.say('clerk', 'question', [32, 8], '别洗，用纸包好放冷藏，两三天没问题。', 'member');
    this.say('neighbour', 'question', [32, 9], '焯一下水挤干，分小份冷冻，包馄饨时拿一份。', 'member');
    this.add('member', this.at(32, 20), async (at) => {
      const helperId = this.memberIds.get('neighbour') ?? '';
      const input = { communityId: this.communityId, campaignId: this.campaignId('question'), slot: 'q1', helperId };
      await this.actor('member').ask(at, 'content.accept', input);
    });
    this.say('neighbour', 'question', [43, 10], '丑橘怎么挑才甜？');
    this.say('neighbour', 'topic', [42, 7], '荠菜鸡蛋饼，面糊里加一点虾皮，很香。');
    this.say('member', 'topic', [43, 8], '草莓切片夹吐司，五分钟就好。');
    this.say('clerk', 'topic', [43, 9], '小米粥配拌黄瓜，店里吃的。');
    this.readLetter('member', this.at(43, 12));
  }

  /** Every third of the crowd votes, and every fifth takes the quiz: by their place, so that chance is left to the rest of the history. */
  private talkOfTheCrowd(crowd: readonly DemoPerson[]): void {
    const there = crowd.filter(({ joinDay, onlyLooks }) => joinDay < CROWD_DAY && !onlyLooks);
    for (const [index, { key }] of there.entries()) {
      const minute = index % 59;
      if (index % 3 === 0) this.answer(key, 'poll', [CROWD_DAY, 12 + (index % 8), minute], [1 + (((index * 7) % 11) % 4)]);
      if (index % 5 === 0)
        this.answer(key, 'quiz', [CROWD_DAY, 12 + (index % 7), minute], [index % 2 === 0 ? 2 : 1, index % 4 === 0 ? 1 : 2]);
      if (index % 4 === 0) this.readLetter(key, this.at(CROWD_DAY + 1, 7 + (index % 12), index % 59) + SECOND_MS);
    }
  }

  private readLetter(key: string, moment: Instant): void {
    this.add(key, moment, async (at) => {
      await this.open(key, 'notice', at - SECOND_MS);
      await this.actor(key).ask(at, 'content.read', { communityId: this.communityId, campaignId: this.campaignId('notice') });
    });
  }

  /** Plans what is said and answered. */
  protected planTalk(crowd: readonly DemoPerson[]): void {
    this.talkOfTheCast();
    this.talkOfTheCrowd(crowd);
  }
}
