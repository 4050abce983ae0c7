// Faces and names of the playground's people, in the language of the page.
import type { Persona } from '#server/hosts/node/personas';
import { element } from './element';
import type { Language } from './words';

/** A person's name in the language of the page. */
export function nameOf(person: Persona | undefined, language: Language): string {
  if (person === undefined) return '';
  return language === 'zh' ? person.name : person.nameEn;
}

/** What a person is here, in the language of the page. */
export function roleOf(person: Persona, language: Language): string {
  return language === 'zh' ? person.role : person.roleEn;
}

/** The character of a name by which it is known: in 小林 and 阿川 the last, in 周姐 and 梅姨 the first. */
function markOf(name: string): string {
  return /^[小阿]/.test(name) ? name.slice(1, 2) : name.slice(0, 1);
}

/** A person's face: a character on a colour of their own. */
export function faceOf(person: Persona | undefined, language: Language): HTMLElement {
  return element('span', { class: `face face--${person?.persona ?? ''}`, 'aria-hidden': 'true' }, markOf(nameOf(person, language)));
}

/** The group's face: those of its first four. */
export function groupFace(people: readonly Persona[], language: Language): HTMLElement {
  const faces = people.filter(({ inGroup }) => inGroup).slice(0, 4);
  return element('span', { class: 'face face--group', 'aria-hidden': 'true' }, ...faces.map((person) => faceOf(person, language)));
}

/** How many are new; null when none are. */
export function badgeOf(count: number, label: string): HTMLElement | null {
  return count === 0 ? null : element('span', { class: 'badge', 'aria-label': label }, count > 99 ? '99+' : String(count));
}
