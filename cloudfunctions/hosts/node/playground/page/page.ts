// The playground's page: the chat beside the phones, or one of them at a time where there is no room, and the guide above.
import type { SentCard } from '#app/platform/playground-messages';
import type { Persona } from '#server/hosts/node/personas';
import { askAs } from './ask-server';
import { drawBar, drawTabs } from './bar';
import { ChatPanel } from './chat-panel';
import { clockTime } from './chat-times';
import type { CardMessage } from './chat-view';
import { element } from './element';
import { nameOf } from './faces';
import { Guide } from './guide';
import { CHAT, PhoneRow } from './phone-row';
import { createPhones } from './phones';
import { openReading } from './reading';
import { askProof, bringIntoGroup, moveClock, type PlaygroundState, readState, sendCard, sendText } from './server';
import { askWithSheet, note } from './sheet';
import type { Look, Place, Town } from './stories';
import { type Language, wordsOf } from './words';

const REFRESH_MS = 3_000;
const WATCH_MS = 2_000;
/** A phone waits four seconds for a scan: before that, the code that was shown last is taken. */
const SCAN_CHOICE_MS = 3_500;
const LANGUAGE = 'qunhui.playground.language';
/** The person whose chats are shown at first. */
const FIRST = 'member';

const root = document.getElementById('playground') ?? document.body;
const clock = element('time', { class: 'clock' });

/** The page, once there is something to show. */
class Page {
  private language: Language = localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh';
  /** How far the server's clock is ahead of this machine's. */
  private ahead = 0;
  private target: Place | null = null;
  private bar = element('header', { class: 'bar' });
  private tabs = element('nav', { class: 'tabs' });
  private drawnTabs = '';
  private readonly phones = createPhones({
    share: (persona, card) => void this.share(persona, card),
    proof: askProof,
    scan: (persona) => this.scan(persona),
  });
  private readonly row: PhoneRow;
  private readonly panel: ChatPanel;
  private readonly guide: Guide;

  constructor(private state: PlaygroundState) {
    this.row = new PhoneRow(root, this.phones, state.people);
    this.panel = new ChatPanel(openReading(state.now), FIRST, {
      openCard: (me, message) => void this.open(me, message),
      moreOf: (me, message) => void this.more(me, message),
      bringIn: (persona) => void this.bringIn(persona),
      bringSomebodyIn: () => void this.bringSomebodyIn(),
      say: (me, to, text) => this.say(me, to, text),
    });
    this.guide = new Guide({
      words: () => this.words,
      look: () => this.lookAround(),
      go: (place) => this.go(place),
      point: (place) => this.point(place),
    });
    this.ahead = state.now - Date.now();
    const main = element('main', { class: 'row' }, this.panel.place, this.row.place);
    root.append(this.bar, this.tabs, this.guide.place, main);
    this.dress();
    this.guide.draw();
    setInterval(() => this.tick(), 1_000);
    setInterval(() => void this.refresh(), REFRESH_MS);
    setInterval(() => document.hidden || void this.guide.watch(), WATCH_MS);
    void this.guide.watch();
  }

  private get words() {
    return wordsOf(this.language);
  }

  private personOf(persona: string): Persona | undefined {
    return this.state.people.find((person) => person.persona === persona);
  }

  private name(persona: string): string {
    return nameOf(this.personOf(persona), this.language);
  }

  private async scan(persona: string): Promise<string | null> {
    const codes = this.phones.showing().filter((code) => code.persona !== persona);
    if (codes.length === 0) note(this.words.scanNone);
    if (codes.length < 2) return codes[0]?.token ?? null;
    const choices = codes.map((code) => ({ value: code.token, label: this.words.scanOf(this.name(code.persona)) }));
    return askWithSheet('scan', this.words.scanWhich, choices, this.words.cancel, SCAN_CHOICE_MS);
  }

  private async share(persona: string, card: SentCard): Promise<void> {
    const { words, state } = this;
    const sender = this.personOf(persona);
    if (sender === undefined) return;
    const group = sender.inGroup ? [{ value: 'group', label: words.toGroup(state.groupName) }] : [];
    const others = state.people
      .filter((person) => person.persona !== persona)
      .sort((one, other) => Number(one.inGroup) - Number(other.inGroup));
    const people = others.map((person) => ({ value: person.persona, label: words.toPerson(this.name(person.persona)) }));
    const to = await askWithSheet('share', words.sendWhere, [...group, ...people], words.cancel);
    if (to === null) return;
    const isSent = await sendCard(persona, to === 'group' ? null : to, card).then(
      () => true,
      () => false,
    );
    note(isSent ? words.sent : words.failed);
    await this.refresh();
  }

  private async say(me: string, to: string | null, text: string): Promise<void> {
    const isSaid = await sendText(me, to, text).catch(() => false);
    if (!isSaid) note(this.words.failed);
    await this.refresh();
  }

  private async open(persona: string, message: CardMessage): Promise<void> {
    const person = this.personOf(persona);
    if (person === undefined) return;
    const proof = message.to === null ? await askProof(persona).catch(() => null) : null;
    this.phones.open(person, message.card.path, proof);
    this.row.show(persona);
  }

  /** A card can be opened by anybody else who sees it, and passed on. */
  private async more(me: string, message: CardMessage): Promise<void> {
    const { words } = this;
    const readers = this.state.people.filter(({ persona, inGroup }) => {
      const sees = message.to === null ? inGroup : persona === message.to || persona === message.from;
      return sees && persona !== me;
    });
    const choices = readers.map(({ persona }) => ({ value: persona, label: words.openHere(this.name(persona)) }));
    const chosen = await askWithSheet('card', words.more, [{ value: '', label: words.forward }, ...choices], words.close);
    if (chosen === null) return;
    if (chosen !== '') return this.open(chosen, message);
    return this.share(me, { title: message.card.title, path: message.card.path, picture: null });
  }

  private async bringIn(persona: string): Promise<void> {
    await bringIntoGroup(persona).catch(() => note(this.words.failed));
    await this.refresh();
    if (this.panel.me === persona) this.panel.show(persona);
  }

  private async bringSomebodyIn(): Promise<void> {
    const { words } = this;
    const outside = this.state.people.filter(({ inGroup }) => !inGroup);
    const choices = outside.map(({ persona }) => ({ value: persona, label: this.name(persona) }));
    const persona = await askWithSheet('bring', words.bringWhom, choices, words.close);
    if (persona !== null) await this.bringIn(persona);
  }

  private async move(to: 'next_day' | 'before_midnight'): Promise<void> {
    await moveClock(to).catch(() => note(this.words.lost));
    await this.refresh();
    this.phones.tellAll({ qunhui: 'clock-moved' });
  }

  private tick(): void {
    clock.textContent = clockTime({ language: this.language, state: this.state }, Date.now() + this.ahead);
  }

  private async refresh(): Promise<void> {
    try {
      this.state = await readState();
      this.ahead = this.state.now - Date.now();
      root.classList.remove('is-lost');
    } catch {
      root.classList.add('is-lost');
      return;
    }
    this.redraw();
  }

  private redraw(): void {
    const { state, words, language, target } = this;
    const next = target !== null && 'chats' in target ? { who: target.chats, at: target.at } : null;
    this.panel.draw({ state, words, language, next });
    this.drawTabs();
    this.tick();
  }

  private drawTabs(): void {
    const { words, language, target } = this;
    const { people } = this.state;
    const next = target === null ? null : 'phone' in target ? target.phone : 'chats' in target ? CHAT : null;
    const unread = this.panel.unreadOf(this.panel.me);
    const drawing = JSON.stringify([language, next, unread]);
    if (drawing === this.drawnTabs) return;
    this.drawnTabs = drawing;
    const tabs = drawTabs({ people, words, language, next, unread, look: (at) => this.look(at) });
    this.tabs.replaceWith(tabs);
    this.tabs = tabs;
    this.row.lookAgain();
  }

  private look(at: string): void {
    this.row.look(at);
    // What is on show now has been read.
    this.redraw();
  }

  /** Puts the words of the language everywhere. */
  private dress(): void {
    const { words, language, target } = this;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = words.title;
    const bar = drawBar({
      people: this.state.people,
      words,
      language,
      clock,
      isClockNext: target !== null && 'clock' in target,
      toggle: (persona) => this.row.toggle(persona),
      move: (to) => void this.move(to),
      stories: () => this.guide.toggle(),
      switchLanguage: () => this.switchLanguage(),
    });
    this.bar.replaceWith(bar);
    this.bar = bar;
    this.row.lookAgain();
    this.row.name(words, language);
    this.redraw();
  }

  /** The phones speak the language that was chosen last, here or in their own settings. */
  private switchLanguage(): void {
    this.language = this.language === 'zh' ? 'en' : 'zh';
    localStorage.setItem(LANGUAGE, this.language);
    const data = this.language === 'zh' ? 'zh-CN' : 'en';
    for (const { persona } of this.state.people) localStorage.setItem(`qunhui.${persona}.language`, JSON.stringify({ data }));
    this.phones.startAnew();
    this.dress();
    this.guide.draw();
    this.bar.querySelector<HTMLElement>('[data-language]')?.focus();
  }

  private async lookAround(): Promise<Look | null> {
    const mine = await askAs('owner', 'community.mine', {});
    const communityId = mine?.communities[0]?.community.communityId;
    const home = communityId === undefined ? null : await askAs('owner', 'community.home', { communityId });
    if (communityId === undefined || home === null) return null;
    const live = home.campaigns.filter(({ state }) => state === 'live');
    const first = (type: string, isForGroup = false) =>
      live.find((card) => card.type === type && (!isForGroup || card.groupId !== null))?.campaignId ?? null;
    const town: Town = {
      communityId,
      plan: first('checkin_plan'),
      drop: first('coupon_drop', true),
      invite: first('invite_reward'),
    };
    return { state: this.state, town, pageOf: (persona) => this.phones.pathOf(persona), ask: askAs };
  }

  private async go(place: Place): Promise<void> {
    if ('clock' in place) {
      this.bar.querySelector<HTMLElement>(`[data-clock="${place.clock}"]`)?.focus();
      return;
    }
    if ('chats' in place) {
      this.look(CHAT);
      this.panel.show(place.chats);
      return;
    }
    const person = this.personOf(place.phone);
    if (person !== undefined && place.path !== null) this.phones.go(person, place.path);
    this.row.show(place.phone);
    this.redraw();
  }

  private point(place: Place | null): void {
    if (JSON.stringify(place) === JSON.stringify(this.target)) return;
    const wasClock = this.target !== null && 'clock' in this.target;
    this.target = place;
    this.row.point(place !== null && 'phone' in place ? place.phone : null);
    if (wasClock || (place !== null && 'clock' in place)) this.dress();
    else this.redraw();
  }
}

async function begin(): Promise<void> {
  const state = await readState().catch(() => null);
  if (state === null) setTimeout(() => void begin(), REFRESH_MS);
  else new Page(state);
}

void begin();
