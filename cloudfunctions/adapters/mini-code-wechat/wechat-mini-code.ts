// Mini-codes by WeChat's cloud call wxacode.getUnlimited.
import { Fault } from '#server/ports/fault';
import { type MiniCode, SCENE_LENGTH_MAX } from '#server/ports/mini-code';

/** Which edition of the mini-program a code opens. */
export type EnvironmentVersion = 'release' | 'trial' | 'develop';

/** Reads an edition from an environment variable; anything else means the published one. */
export function environmentVersion(text: string | undefined): EnvironmentVersion {
  return text === 'trial' || text === 'develop' ? text : 'release';
}

/** What the adapter is made of. */
export interface WechatMiniCodeParts {
  /** WeChat's `wxacode.getUnlimited`, as wx-server-sdk offers it. */
  getUnlimited(options: Readonly<Record<string, unknown>>): Promise<unknown>;
  readonly version: EnvironmentVersion;
}

/** The characters that WeChat takes in a scene. */
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]+$/;

/** Wide enough for a poster of 750 pixels. */
const WIDTH = 430;

/** Creates the adapter. The page is not checked by WeChat: a code may be drawn before the page is published. */
export function createWechatMiniCode({ getUnlimited, version }: WechatMiniCodeParts): MiniCode {
  return {
    async picture({ scene, page }) {
      if (!SCENE.test(scene) || scene.length > SCENE_LENGTH_MAX) throw new RangeError('not a scene that WeChat takes');
      let answer: unknown;
      try {
        answer = await getUnlimited({ scene, page, width: WIDTH, checkPath: false, envVersion: version });
      } catch (cause) {
        throw new Fault('wechat_unavailable', 'WeChat draws no mini-code', { cause });
      }
      const buffer = (answer as { buffer?: unknown } | null)?.buffer;
      if (!(buffer instanceof Uint8Array) || buffer.byteLength === 0) {
        throw new Fault('wechat_unavailable', 'WeChat answered without a picture');
      }
      return buffer;
    },
  };
}
