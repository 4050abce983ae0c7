// The phones: one frame per person with the real app in it, and the talk between each and the playground.
import type { PhoneMessage, PlaygroundMessage, SentCard } from '#app/platform/playground-messages';
import type { Persona } from '#server/hosts/node/personas';
import { type Repeat, tapCard } from './card-tap';
import { element } from './element';

/** What phones ask the playground for. */
export interface PhoneNeeds {
  share(persona: string, card: SentCard): void;
  proof(persona: string): Promise<string | null>;
  scan(persona: string): Promise<string | null>;
}

/** All phones. */
export interface Phones {
  /** The frame of a person's phone, made when it is first wanted. */
  frameOf(person: Persona): HTMLIFrameElement;
  /** Opens a path on a phone, as if its card had been tapped. */
  open(person: Persona, path: string, proof: string | null): void;
  /** Goes to a page on a phone, as a link inside it would. */
  go(person: Persona, path: string): void;
  /** The path, with its query, of the page that a phone shows; empty while it shows none. */
  pathOf(persona: string): string;
  tellAll(message: PlaygroundMessage): void;
  /** Starts every phone anew, such as in another language. */
  startAnew(): void;
  /** The people whose phones show a code now, the latest first. */
  showing(): readonly { readonly persona: string; readonly token: string }[];
}

function isPhoneMessage(value: unknown): value is PhoneMessage {
  return typeof value === 'object' && value !== null && typeof (value as { qunhui?: unknown }).qunhui === 'string';
}

const repeat: Repeat = (act, everyMs) => {
  const timer = window.setInterval(act, everyMs);
  return () => clearInterval(timer);
};

/** The page that a phone shows now, as the app's router names it: its path, or null while the app is still starting. */
function pageOf(frame: HTMLIFrameElement): string | null {
  const pages = [...(frame.contentDocument?.querySelectorAll<HTMLElement>('#app [id^="/"]') ?? [])];
  return pages.find((page) => page.offsetParent !== null)?.id ?? null;
}

/** The path, with its query, of the page that a phone shows; empty while it shows none. */
function pathIn(frame: HTMLIFrameElement | undefined): string {
  const page = frame === undefined ? null : pageOf(frame);
  return page === null ? '' : frame?.contentWindow?.location.hash.slice(1) || page;
}

/** Whether a phone shows the page of a path, opened with this proof. */
function isOpen(frame: HTMLIFrameElement, path: string, proof: string | null): boolean {
  const [page = ''] = path.split('?');
  const { hash } = frame.contentWindow?.location ?? { hash: '' };
  return pageOf(frame)?.startsWith(page) === true && (proof === null || hash.includes(encodeURIComponent(proof)));
}

function addressOf(persona: string, path = '', proof: string | null = null): string {
  const query = proof === null ? '' : `${path.includes('?') ? '&' : '?'}proof=${encodeURIComponent(proof)}`;
  return `/app/?phone=${persona}${path === '' ? '' : `#${path}${query}`}`;
}

/** Creates the phones, and listens to them. */
export function createPhones(needs: PhoneNeeds): Phones {
  const frames = new Map<string, HTMLIFrameElement>();
  const taps = new Map<string, () => void>();
  let codes: { readonly persona: string; readonly token: string }[] = [];

  const tell = (persona: string, message: PlaygroundMessage) => {
    frames.get(persona)?.contentWindow?.postMessage(message, window.location.origin);
  };

  async function hear(persona: string, message: PhoneMessage): Promise<void> {
    if (message.qunhui === 'share') needs.share(persona, message.card);
    if (message.qunhui === 'ask-proof')
      tell(persona, { qunhui: 'proof', id: message.id, proof: await needs.proof(persona).catch(() => null) });
    if (message.qunhui === 'ask-scan')
      tell(persona, { qunhui: 'scanned', id: message.id, text: await needs.scan(persona).catch(() => null) });
    if (message.qunhui === 'showing-code') {
      codes = codes.filter((code) => code.persona !== persona);
      if (message.token !== null) codes.unshift({ persona, token: message.token });
    }
  }

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== window.location.origin || !isPhoneMessage(event.data)) return;
    const from = [...frames].find(([, frame]) => frame.contentWindow === event.source);
    if (from !== undefined) void hear(from[0], event.data);
  });

  function make(person: Persona, address: string): HTMLIFrameElement {
    const frame = element('iframe', { src: address, title: `${person.name} · ${person.role}`, 'data-frame': person.persona });
    frames.set(person.persona, frame);
    return frame;
  }

  return {
    frameOf: (person) => frames.get(person.persona) ?? make(person, addressOf(person.persona)),
    open(person, path, proof) {
      const frame = frames.get(person.persona);
      taps.get(person.persona)?.();
      if (frame === undefined) {
        make(person, addressOf(person.persona, path, proof));
        return;
      }
      const phone = {
        start: () => (pageOf(frame) === null ? null : frame.contentDocument),
        isOpen: () => isOpen(frame, path, proof),
        tap: () => tell(person.persona, { qunhui: 'open', path, proof }),
      };
      taps.set(person.persona, tapCard(phone, repeat));
    },
    go(person, path) {
      taps.get(person.persona)?.();
      const inside = frames.get(person.persona)?.contentWindow;
      if (inside == null) make(person, addressOf(person.persona, path));
      else inside.location.hash = path;
    },
    pathOf: (persona) => pathIn(frames.get(persona)),
    startAnew() {
      for (const frame of frames.values()) frame.contentWindow?.location.reload();
    },
    tellAll(message) {
      for (const persona of frames.keys()) tell(persona, message);
    },
    showing: () => codes,
  };
}
