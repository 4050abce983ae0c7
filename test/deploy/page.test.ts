// The page on going live keeps step with the code: its tables are those of the data, and what it names exists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageDescription from '../../package.json';
import { permissionsTable, probeTable, templatesTable } from './page-tables';

const root = resolve(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs/deploy-wechat.md'), 'utf8');

/** What stands between two marks of the page. */
function between(mark: string): string {
  const [, inside] = new RegExp(`<!-- ${mark}[^>]*-->\\n([\\s\\S]*?)\\n<!-- /${mark} -->`).exec(page) ?? [];
  return inside ?? '';
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(root, folder, path), 'utf8'));
}

describe('the page on going live', () => {
  test('has the message templates that are sent', () => expect(between('templates')).toBe(templatesTable()));

  test('has the questions that the probe asks', () => expect(between('probe')).toBe(probeTable()));

  test('has the permissions that the functions ask for', () => expect(between('permissions')).toBe(permissionsTable()));

  test('has every push that the timer handles or waits for', () => {
    const declared = readFileSync(join(root, 'cloudfunctions/hosts/wechat/timer/push-events.ts'), 'utf8');
    const names = [...declared.matchAll(/\| '([a-z_]+)'/g)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(3);
    const printed = [...between('push events').matchAll(/^\| `([a-z_]+)`/gm)].map((match) => match[1]);
    expect(printed.sort()).toEqual(names.sort());
  });

  test('declares every private interface that the mini-program uses', () => {
    const code = sourcesBelow('src').join('\n');
    // WeChat's own table of interfaces that touch private things, as far as a mini-program like this could come to use them.
    const interfaces = [
      'chooseAvatar',
      'chooseMedia',
      'chooseImage',
      'chooseVideo',
      'chooseMessageFile',
      'saveImageToPhotosAlbum',
      'saveVideoToPhotosAlbum',
      'setClipboardData',
      'getClipboardData',
      'scanCode',
      'getLocation',
      'chooseLocation',
      'chooseAddress',
      'getPhoneNumber',
      'getWeRunData',
      'startRecord',
      'addPhoneContact',
    ];
    const used = interfaces.filter((name) => new RegExp(`(Taro|wx|Wechat\\w*)\\.${name}\\b|['"]${name}['"]`).test(code));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !between('privacy').includes(`\`${name}\``))).toEqual([]);
  });

  test('names only commands that exist', () => {
    const scripts: Readonly<Record<string, string>> = packageDescription.scripts;
    const named = [...page.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set(named)].filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test('names only files that exist', () => {
    const named = [...page.matchAll(/`((?:scripts|cloudfunctions|src|core|test|docs)\/[\w./-]+)`/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('leads to its own parts only where they are', () => {
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map((match) =>
      (match[1] ?? '')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  });
});
