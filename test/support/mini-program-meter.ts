// Counts what a running mini-program sends to its screen, and what stands there, as WeChat's own audit (体验评分) counts them.

/** One call of setData. */
export interface SetDataCall {
  readonly route: string;
  /** The component that was sent to: `page`, or the path of a component such as `custom-wrapper`. */
  readonly target: string;
  /** Its data as JSON. */
  readonly json: string;
  /** The size of the JSON, in bytes of UTF-8. */
  readonly bytes: number;
  /** When it was made, in ms of a clock that only goes forward. */
  readonly at: number;
  readonly paths: readonly string[];
  /** The paths whose values JSON would lose: undefined, functions. WeChat warns of them. */
  readonly lost: readonly string[];
}

/** What stands on a screen. */
export interface ScreenSize {
  readonly nodes: number;
  /** How many nodes stand inside one another, the page's own included. */
  readonly depth: number;
  /** The most children that one node has. */
  readonly children: number;
}

/** A page or a component as WeChat's adapter hands it to its own methods. */
interface Receiver {
  setData(data: Record<string, unknown>, callback?: () => void): void;
}

function lostIn(value: unknown, path: string): string[] {
  if (value === undefined || typeof value === 'function') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => lostIn(inner, `${path}.${name}`));
}

/** The least time between two things that a quick person does, in ms: a test does them without any. */
const BETWEEN_TAPS_MS = 200;

/** Remembers every call of setData of the pages and components that it watches. */
export class SetDataMeter {
  readonly calls: SetDataCall[] = [];
  private spentByPerson = 0;

  /** A person does something: what is sent from now on is sent by as much later as a person needs for it. */
  personActs(): void {
    this.spentByPerson += BETWEEN_TAPS_MS;
  }

  /** Puts itself before the receiver's own setData. */
  watch(receiver: object, target: string, route: () => string): void {
    const own = receiver as Receiver;
    const send = own.setData;
    own.setData = (data, callback) => {
      const json = JSON.stringify(data);
      this.calls.push({
        route: route(),
        target,
        json,
        bytes: Buffer.byteLength(json),
        at: performance.now() + this.spentByPerson,
        paths: Object.keys(data),
        lost: lostIn(data, '').map((path) => path.slice(1)),
      });
      send.call(receiver, data, callback);
    };
  }
}

const SECOND_MS = 1000;

/** The most calls that fall into any window of one second. */
export function mostPerSecond(calls: readonly SetDataCall[]): number {
  return calls.reduce((most, first, index) => {
    const inside = calls.slice(index).filter((call) => call.at - first.at < SECOND_MS).length;
    return Math.max(most, inside);
  }, 0);
}

/** Measures a screen. Texts are no nodes of their own, as in the WXML panel of DevTools. */
export function measureScreen(root: Element): ScreenSize {
  const children = Array.from(root.children);
  const inner = children.map(measureScreen);
  return {
    nodes: inner.reduce((sum, one) => sum + one.nodes, 1),
    depth: 1 + Math.max(0, ...inner.map((one) => one.depth)),
    children: Math.max(children.length, ...inner.map((one) => one.children)),
  };
}

/** What the audit asks for: 官方文档 性能与体验/体验评分, as docs/audit.md quotes it. */
export const AUDIT = {
  bytesPerCall: 256 * 1024,
  callsPerSecond: 20,
  nodesBelow: 1000,
  depthBelow: 30,
  childrenMax: 60,
  requestsAtOnce: 10,
  answerBytes: 128 * 1024,
} as const;
