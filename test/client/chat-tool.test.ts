// The chat tool as an offer: what its address carries, what it sends, and that a build without it knows nothing of it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chatToolWords } from '#app/i18n/chat-tool-words';
import { chatToolUrl, readChatCard } from '#app/platform/chat-card';

const card = { title: '满 30 减 5 & 更多', path: '/packages/member/campaign/index?c=c1&id=k1', imageUrl: 'wxfile://tmp/a.png' };

/** The query of an address, as WeChat hands it to a page: names as they are, values still encoded. */
function queryOf(url: string): Record<string, string> {
  const pairs = url.slice(url.indexOf('?') + 1).split('&');
  return Object.fromEntries(pairs.map((pair) => pair.split('=', 2) as [string, string]));
}

describe("the tool's address", () => {
  it('carries the card whole', () => {
    expect(readChatCard(queryOf(chatToolUrl(card, 'zh-CN')))).toEqual(card);
  });

  it('that leads anywhere but to a card leads home, and one that cannot be read says nothing', () => {
    for (const path of ['/pages/me/index', 'https://elsewhere.example', '/packages/member/campaign/indexed?c=1', '']) {
      expect(readChatCard({ title: 'x', path: encodeURIComponent(path) }).path).toBe('/pages/home/index');
    }
    expect(readChatCard({ title: '%E0%A4%A', path: '%' })).toEqual({ title: '', path: '/pages/home/index', imageUrl: '' });
  });
});

describe("the tool's page", () => {
  type Shared = { readonly title: string; readonly path: string; readonly imageUrl?: string; success(): void; fail(): void };
  let shared: Shared[] = [];
  let page: { data: Record<string, unknown>; onLoad(query: object): void; send(): void; setData(part: object): void };

  beforeEach(async () => {
    shared = [];
    vi.stubGlobal('wx', { shareAppMessageToGroup: (options: Shared) => void shared.push(options) });
    // WeChat's own registration of a page: what it is given is the page.
    vi.stubGlobal('Page', (options: typeof page) => {
      page = { ...options, data: { ...options.data }, setData: (part) => Object.assign(page.data, part) };
    });
    vi.resetModules();
    await import('#app/packages/chat-tool/card/index');
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('sends the card that it was opened with, and says what became of it', () => {
    page.onLoad(queryOf(chatToolUrl(card, 'en')));
    expect(page.data).toMatchObject({ title: card.title, words: chatToolWords('en') });
    page.send();
    expect(shared[0]).toMatchObject(card);
    shared[0]?.fail();
    expect(page.data['outcome']).toBe('failed');
    shared[0]?.success();
    expect(page.data['outcome']).toBe('sent');
  });

  it('leaves the picture to WeChat where there is none', () => {
    page.onLoad(queryOf(chatToolUrl({ ...card, imageUrl: '' }, 'zh-CN')));
    page.send();
    expect(Object.keys(shared[0] ?? {})).not.toContain('imageUrl');
  });
});

describe('the app', () => {
  type AppConfig = { readonly subPackages: readonly { root: string; independent?: boolean }[]; readonly chatTools?: readonly object[] };

  async function configOf(environment: Readonly<Record<string, string>>): Promise<AppConfig> {
    vi.stubGlobal('defineAppConfig', (config: AppConfig) => config);
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    vi.resetModules();
    try {
      return (await import('#app/app.config')).default as unknown as AppConfig;
    } finally {
      vi.unstubAllEnvs();
      vi.unstubAllGlobals();
    }
  }

  it('has the tool and its package only in a build that asks for it, and never in a browser', async () => {
    const plain = await configOf({ TARO_ENV: 'weapp' });
    const browser = await configOf({ TARO_ENV: 'h5', QUNHUI_CHAT_TOOL: '1' });
    for (const config of [plain, browser]) {
      expect(config.chatTools).toBeUndefined();
      expect(config.subPackages.map(({ root }) => root)).not.toContain('packages/chat-tool');
    }
    const asked = await configOf({ TARO_ENV: 'weapp', QUNHUI_CHAT_TOOL: '1' });
    expect(asked.chatTools).toEqual([{ root: 'packages/chat-tool', entryPagePath: 'card/index', desc: expect.any(String), scopes: [] }]);
    expect(asked.subPackages).toContainEqual({ root: 'packages/chat-tool', pages: ['card/index'], independent: true });
  });
});
