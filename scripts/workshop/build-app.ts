// Builds the app for one platform with Taro, if its sources have changed since it was last built.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startProgressLine } from './progress-line';
import { repositoryRoot } from './repository-root';
import { runNode } from './run-program';
import { SourceStamp } from './source-stamp';
import { writeInCheckout } from './write-in-checkout';

/** The platforms that the app is built for, as Taro calls them. */
export type AppPlatform = 'weapp' | 'h5';

const titles: Record<AppPlatform, string> = { weapp: 'Building the mini-program', h5: 'Building the web app' };
const entries: Record<AppPlatform, string> = { weapp: 'dist/weapp/app.json', h5: 'dist/h5/index.html' };
const sources = ['src', 'core', 'config', 'babel.config.js', 'package.json', 'package-lock.json'];

function isProgress(message: unknown): message is { progress: number } {
  return typeof message === 'object' && message !== null && 'progress' in message && typeof message.progress === 'number';
}

/**
 * Makes dist/weapp or dist/h5 fit the sources.
 * @param always builds even if nothing has changed
 * @throws Error with Taro's own output when the build fails, or in words when nothing may be written here
 */
export async function buildApp(platform: AppPlatform, always = false): Promise<void> {
  const stamp = new SourceStamp(`built-${platform}`, sources);
  if (!always && existsSync(join(repositoryRoot, entries[platform])) && stamp.isFresh()) return;
  const hash = stamp.hash();
  await writeInCheckout(() => stamp.remove());
  const line = startProgressLine(titles[platform]);
  const result = await runNode([join(repositoryRoot, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', platform], {
    env: { NODE_ENV: 'production', TARO_ENV: platform },
    onMessage: (message) => {
      if (isProgress(message)) line.advance(message.progress);
    },
  });
  const succeeded = result.code === 0 && existsSync(join(repositoryRoot, entries[platform]));
  line.finish(succeeded ? 'done' : 'failed');
  if (!succeeded) throw new Error(`Taro could not build the app for ${platform}.\n${result.output}`);
  stamp.write(hash);
}
