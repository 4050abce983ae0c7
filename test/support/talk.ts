// A shop where people talk, for tests: a topic, a Q&A, a checker that says what it is loaded with, and what people do there.
import { createLoadedChecker } from './loaded-checker';
import { createTown, openShop, type Resident } from './town';

/** Opens it. */
export async function openTalk() {
  const checker = createLoadedChecker();
  const shop = await openShop(createTown({ contentCheck: checker }));
  const [anna, eva] = [await shop.member('anna'), await shop.member('eva')];
  const topic = await shop.publish({ type: 'topic' });
  const talk = await shop.publish({ type: 'question', parameters: { questionsMax: 2 } });

  const at = (campaignId: string) => ({ communityId: shop.communityId, campaignId });
  const idOf = (person: Resident) => person.memberIdIn(shop.communityId);
  const write = (person: Resident, campaignId: string, text: string) => person.get('content.post', { ...at(campaignId), text });
  const threadOf = (person: Resident, campaignId: string) => person.get('content.thread', at(campaignId));
  const seenBy = async (person: Resident, campaignId: string) => (await threadOf(person, campaignId)).posts.map(({ text }) => text);
  const question = (person: Resident, n = 1) => ({ memberId: idOf(person), slot: `q${n}` });
  const reply = (person: Resident, asker: Resident, text: string, n = 1) =>
    person.call('content.post', { ...at(talk), question: question(asker, n), text });
  const accept = (asker: Resident, helper: Resident, n = 1) =>
    asker.call('content.accept', { ...at(talk), slot: `q${n}`, helperId: idOf(helper) });
  const textOf = (person: Resident) => ({ ...at(topic), memberId: idOf(person), slot: 'answer' });
  const waiting = () => shop.owner.get('moderation.texts', { communityId: shop.communityId });
  const judge = async (person: Resident, refusal: 'offensive' | null) => {
    const found = (await waiting()).waiting.find((one) => one.person.memberId === idOf(person));
    return shop.owner.call('moderation.judge', { ...textOf(person), since: found?.since ?? 0, refusal });
  };
  const textsWaiting = async () => (await shop.owner.get('analytics.today', { communityId: shop.communityId })).textsWaiting;
  const helpedOf = async (person: Resident) => {
    const id = `${shop.communityId}/member/${idOf(person)}`;
    return ((await shop.town.store.read([id])).get(id) as unknown as { helped: number }).helped;
  };

  return {
    checker,
    shop,
    anna,
    eva,
    topic,
    talk,
    at,
    idOf,
    write,
    threadOf,
    seenBy,
    question,
    reply,
    accept,
    textOf,
    waiting,
    judge,
    textsWaiting,
    helpedOf,
  };
}
