// The environment variables of the Node host, read once, with every mistake said in words.
import * as v from 'valibot';
import { WECHAT_API_URL } from '#server/adapters/wechat-login-http/http-wechat-login';

/** What the Node host is told from outside. */
export interface NodeEnvironment {
  readonly port: number;
  readonly host: string;
  /** The folder of the embedded database. */
  readonly dataDir: string;
  /** A PostgreSQL server to use in place of the embedded database. */
  readonly databaseUrl: string | null;
  readonly demo: boolean;
  /** What sessions are signed with: the first signs, all count. Empty where the secret is kept with the data. */
  readonly sessionSecrets: readonly string[];
  /** The address under which people reach the server, when a proxy stands in front of it. */
  readonly publicUrl: URL | null;
  /** The mini-program whose people may sign in here; null when there is none. */
  readonly wechat: WechatApp | null;
  /** False shows nothing that members write or draw: no nicknames, no pictures. */
  readonly userContent: boolean;
  /** Whether anybody may found a community, or only who runs one here. */
  readonly foundingOpen: boolean;
  /** What a collector shows to read `/metrics`; null where nobody may, except in demo mode. */
  readonly metricsToken: string | null;
}

/** A mini-program, as WeChat's API knows it. */
export interface WechatApp {
  readonly appId: string;
  readonly appSecret: string;
  readonly apiUrl: string;
}

/** Something that the person who starts the server has to put right; its message is for them and has no stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

const PORT_WORDS = 'PORT must be a whole number from 1 to 65535 (0 lets the system choose).';
const DEMO_WORDS = 'DEMO must be 1 (demo mode on) or 0 (off).';
const SECRET_WORDS =
  'SESSION_SECRET must have at least 32 characters; several are separated by commas, and each must be as long: the first signs, all count.';
const URL_WORDS = 'PUBLIC_URL must be an address such as https://shop.example, without a path.';

// A variable that is set to nothing counts as not set: shells and compose files write it so.
const optional = <S extends v.GenericSchema<string, unknown>>(schema: S) =>
  v.pipe(
    v.optional(v.string()),
    v.transform((value) => (value === '' ? undefined : value)),
    v.optional(schema),
  );

const variables = v.object({
  PORT: optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, PORT_WORDS),
      v.transform(Number),
      v.check((port) => port <= 65_535, PORT_WORDS),
    ),
  ),
  HOST: optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:_-]{1,255}$/, 'HOST must be a host name or an address, such as 127.0.0.1 or 0.0.0.0.')),
  ),
  DATA_DIR: optional(v.pipe(v.string(), v.maxLength(1_000, 'DATA_DIR is too long for a folder.'))),
  DATABASE_URL: optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\/./, 'DATABASE_URL must begin with postgres:// or postgresql://.'))),
  DEMO: optional(
    v.pipe(
      v.string(),
      v.picklist(['1', '0', 'true', 'false'], DEMO_WORDS),
      v.transform((value) => value === '1' || value === 'true'),
    ),
  ),
  SESSION_SECRET: optional(
    v.pipe(
      v.string(),
      v.transform((value) => value.split(',').map((secret) => secret.trim())),
      v.check((secrets) => secrets.every(({ length }) => length >= 32), SECRET_WORDS),
    ),
  ),
  METRICS_TOKEN: optional(v.pipe(v.string(), v.minLength(16, 'METRICS_TOKEN must have at least 16 characters.'))),
  PUBLIC_URL: optional(
    v.pipe(
      v.string(),
      v.check((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).pathname === '/', URL_WORDS),
      v.transform((value) => new URL(value)),
    ),
  ),
  WECHAT_APP_ID: optional(v.pipe(v.string(), v.regex(/^wx[0-9a-z]{16}$/, 'WECHAT_APP_ID must be wx and sixteen digits or letters.'))),
  WECHAT_APP_SECRET: optional(v.pipe(v.string(), v.regex(/^[0-9a-zA-Z]{32}$/, 'WECHAT_APP_SECRET must be 32 digits or letters.'))),
  WECHAT_API_URL: optional(v.pipe(v.string(), v.url('WECHAT_API_URL must be an address.'))),
  QUNHUI_NO_USER_CONTENT: optional(
    v.pipe(
      v.string(),
      v.picklist(['1', '0'], 'QUNHUI_NO_USER_CONTENT must be 1 (no nicknames, no pictures) or 0.'),
      v.transform((value) => value === '1'),
    ),
  ),
  QUNHUI_OPEN_FOUNDING: optional(
    v.pipe(
      v.string(),
      v.picklist(['1', '0'], 'QUNHUI_OPEN_FOUNDING must be 1 (anybody may found a community) or 0.'),
      v.transform((value) => value === '1'),
    ),
  ),
  NODE_ENV: optional(v.string()),
});

function wechatApp(given: v.InferOutput<typeof variables>): WechatApp | null {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_API_URL: apiUrl } = given;
  if (appId === undefined && appSecret === undefined) return null;
  if (appId === undefined || appSecret === undefined) {
    throw new StartProblem('WECHAT_APP_ID and WECHAT_APP_SECRET belong together: set both, or neither.');
  }
  return { appId, appSecret, apiUrl: apiUrl ?? WECHAT_API_URL };
}

/**
 * Reads the environment.
 * @throws StartProblem that names every variable with a bad value, or demo mode in production.
 */
export function parseEnvironment(environment: Readonly<Record<string, string | undefined>>): NodeEnvironment {
  const parsed = v.safeParse(variables, environment);
  if (!parsed.success) throw new StartProblem(parsed.issues.map((issue) => issue.message).join('\n'));
  const given = parsed.output;
  const production = given.NODE_ENV === 'production';
  const demo = given.DEMO ?? !production;
  if (demo && production) {
    throw new StartProblem(
      'Demo mode lets anybody sign in as the owner, so it does not start with NODE_ENV=production. Set DEMO=0, or leave NODE_ENV out to try the demo.',
    );
  }
  return {
    port: given.PORT ?? 8080,
    host: given.HOST ?? '127.0.0.1',
    dataDir: given.DATA_DIR ?? '.data',
    databaseUrl: given.DATABASE_URL ?? null,
    demo,
    sessionSecrets: given.SESSION_SECRET ?? [],
    publicUrl: given.PUBLIC_URL ?? null,
    wechat: wechatApp(given),
    userContent: given.QUNHUI_NO_USER_CONTENT !== true,
    foundingOpen: given.QUNHUI_OPEN_FOUNDING ?? demo,
    metricsToken: given.METRICS_TOKEN ?? null,
  };
}
