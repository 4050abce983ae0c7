// The playground's page: the chat beside the phones, or one of them at a time where there is no room.
import type { SentCard } from '#app/platform/playground-messages';
import type { Persona } from '#server/hosts/node/personas';
import { drawChat, nameOf } from './chat-view';
import { element } from './element';
import { createPhones } from './phones';
import { askProof, bringIntoGroup, moveClock, type PlaygroundState, readState, sendCard } from './server';
import { askWithSheet, note } from './sheet';
import { type Language, wordsOf } from './words';

const REFRESH_MS = 5_000;
/** A phone waits four seconds for a scan: before that, the code that was shown last is taken. */
const SCAN_CHOICE_MS = 3_500;
/** Phones that are open from the beginning; the others open when somebody looks at them. */
const FIRST_PHONES = ['owner', 'member', 'clerk'];

let language: Language = localStorage.getItem('qunhui.playground.language') === 'en' ? 'en' : 'zh';
let state: PlaygroundState | null = null;
/** How far the server's clock is ahead of this machine's. */
let ahead = 0;
let shown = new Set(FIRST_PHONES);
let tab = 'chat';
let drawnChat = '';

const root = document.getElementById('playground') ?? document.body;
const clock = element('time', { class: 'clock' });
const chatPlace = element('div', { class: 'place place--chat', 'data-place': 'chat' });
const phonePlaces = new Map<string, HTMLElement>();
const words = () => wordsOf(language);
const personOf = (persona: string) => state?.people.find((person) => person.persona === persona);

const phones = createPhones({
  share: (persona, card) => void share(persona, card),
  proof: askProof,
  async scan(persona) {
    const codes = phones.showing().filter((code) => code.persona !== persona);
    if (codes.length === 0) note(words().scanNone);
    if (codes.length < 2) return codes[0]?.token ?? null;
    const choices = codes.map((code) => ({ value: code.token, label: words().scanOf(nameOf(personOf(code.persona), language)) }));
    return askWithSheet('scan', words().scanWhich, choices, words().cancel, SCAN_CHOICE_MS);
  },
});

async function share(persona: string, card: SentCard): Promise<void> {
  const sender = personOf(persona);
  if (state === null || sender === undefined) return;
  const group = sender.inGroup ? [{ value: 'group', label: words().toGroup(state.groupName) }] : [];
  const others = state.people
    .filter((person) => person.persona !== persona)
    .sort((one, other) => Number(one.inGroup) - Number(other.inGroup));
  const people = others.map((person) => ({ value: person.persona, label: words().toPerson(nameOf(person, language)) }));
  const to = await askWithSheet('share', words().sendWhere, [...group, ...people], words().cancel);
  if (to === null) return;
  try {
    await sendCard(persona, to === 'group' ? null : to, card);
    note(words().sent);
  } catch {
    note(words().failed);
  }
  await refresh();
}

async function open(person: Persona, path: string, fromGroup: boolean): Promise<void> {
  const proof = fromGroup ? await askProof(person.persona).catch(() => null) : null;
  phones.open(person, path, proof);
  shown.add(person.persona);
  look(person.persona);
  phonePlaces.get(person.persona)?.scrollIntoView({ behavior: 'smooth', inline: 'nearest', block: 'nearest' });
}

function redrawChat(): void {
  if (state === null) return;
  const drawing = JSON.stringify([state.messages, state.people, language]);
  if (drawing === drawnChat) return;
  drawnChat = drawing;
  const chat = drawChat({
    state,
    words: words(),
    language,
    open: (person, message) => void open(person, message.card?.path ?? '/', message.to === null),
    bringIn: (person) => void bringIntoGroup(person.persona).then(refresh),
  });
  chatPlace.replaceChildren(chat);
  showNewest();
}

/** What was said last is in view; something that is not on the page yet has no height to scroll. */
function showNewest(): void {
  const list = chatPlace.querySelector('.messages');
  if (list !== null) list.scrollTop = list.scrollHeight;
}

function tick(): void {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const options = { month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  clock.textContent = new Intl.DateTimeFormat(locale, { ...options, timeZone: state?.zone ?? 'UTC' }).format(Date.now() + ahead);
}

async function refresh(): Promise<void> {
  try {
    state = await readState();
    ahead = state.now - Date.now();
    root.classList.remove('is-lost');
  } catch {
    root.classList.add('is-lost');
    return;
  }
  redrawChat();
  tick();
}

async function move(to: 'next_day' | 'before_midnight'): Promise<void> {
  await moveClock(to).catch(() => note(words().lost));
  await refresh();
  phones.tellAll({ qunhui: 'clock-moved' });
}

function phoneView(person: Persona): HTMLElement {
  const { role, roleEn } = person;
  const title = words().phoneOf(nameOf(person, language), language === 'zh' ? role : roleEn);
  return element(
    'section',
    { class: 'phone', 'data-phone': person.persona, 'aria-label': title },
    element('h2', { class: 'phone__owner' }, title),
    element('div', { class: 'phone__case' }, phones.frameOf(person)),
  );
}

/** Shows what belongs on the page now; a frame, once in its place, is never moved, as that would load it anew. */
function look(at: string): void {
  tab = at;
  root.setAttribute('data-tab', tab);
  for (const person of state?.people ?? []) {
    const place = phonePlaces.get(person.persona);
    const isShown = shown.has(person.persona) || tab === person.persona;
    if (place === undefined) continue;
    if (isShown && place.childElementCount === 0) place.append(phoneView(person));
    place.classList.toggle('is-shown', isShown);
    place.classList.toggle('is-tab', tab === person.persona);
  }
  chatPlace.classList.toggle('is-tab', tab === 'chat');
  for (const button of root.querySelectorAll<HTMLElement>('[data-look]'))
    button.setAttribute('aria-pressed', String(button.dataset.look === tab));
  for (const button of root.querySelectorAll<HTMLElement>('[data-show]')) {
    button.setAttribute('aria-pressed', String(shown.has(button.dataset.show ?? '')));
  }
}

function toggle(persona: string): void {
  shown = new Set(shown.has(persona) ? [...shown].filter((one) => one !== persona) : [...shown, persona]);
  look(tab === persona ? 'chat' : tab);
}

function barView(people: readonly Persona[]): HTMLElement {
  const name = (person: Persona) => nameOf(person, language);
  const tabs = people.map((person) =>
    element('button', { class: 'tab', 'data-look': person.persona, onclick: () => look(person.persona) }, name(person)),
  );
  const shows = people.map((person) =>
    element('button', { class: 'chip', 'data-show': person.persona, onclick: () => toggle(person.persona) }, name(person)),
  );
  return element(
    'header',
    { class: 'bar' },
    element('div', { class: 'bar__name' }, element('h1', {}, words().title), element('p', { class: 'quiet' }, words().subtitle)),
    element('nav', { class: 'shows', 'aria-label': words().show }, ...shows),
    element(
      'div',
      { class: 'bar__time', title: words().clockHint },
      clock,
      element('button', { class: 'button', 'data-clock': 'next_day', onclick: () => void move('next_day') }, words().nextDay),
      element(
        'button',
        { class: 'button', 'data-clock': 'before_midnight', onclick: () => void move('before_midnight') },
        words().beforeMidnight,
      ),
      element('button', { class: 'button button--plain', 'data-language': language, onclick: switchLanguage }, words().language),
    ),
    element(
      'nav',
      { class: 'tabs' },
      element('button', { class: 'tab', 'data-look': 'chat', onclick: () => look('chat') }, words().groupTab),
      ...tabs,
    ),
    element('p', { class: 'lost', role: 'alert' }, words().lost),
  );
}

function switchLanguage(): void {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('qunhui.playground.language', language);
  dress();
  redrawChat();
  tick();
}

/** Puts the words of the language everywhere; the phones keep their own. */
function dress(): void {
  const people = state?.people ?? [];
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = words().title;
  root.querySelector('.bar')?.replaceWith(barView(people));
  for (const person of people) {
    const owner = phonePlaces.get(person.persona)?.querySelector('.phone__owner');
    if (owner) owner.textContent = words().phoneOf(nameOf(person, language), language === 'zh' ? person.role : person.roleEn);
  }
  look(tab);
}

async function begin(): Promise<void> {
  await refresh();
  if (state === null) {
    setTimeout(() => void begin(), REFRESH_MS);
    return;
  }
  const row = element('div', { class: 'phones' });
  for (const { persona } of state.people) {
    const place = element('div', { class: 'place place--phone', 'data-place': persona });
    phonePlaces.set(persona, place);
    row.append(place);
  }
  root.append(element('header', { class: 'bar' }), element('main', { class: 'row' }, chatPlace, row));
  // Where there is room for one thing only, phones open when they are looked at.
  if (window.matchMedia('(max-width: 899px)').matches) shown = new Set();
  dress();
  showNewest();
  setInterval(tick, 1_000);
  setInterval(() => void refresh(), REFRESH_MS);
}

void begin();
