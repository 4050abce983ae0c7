// Writes into the folder of the program, and says in words what to do where this account may not.
import { repositoryRoot } from './repository-root';

const DENIED: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS'];

const words = `${repositoryRoot} 这个账号不能写入，而程序还没构建好：请用它的所有者运行一次 npm run build -- server，再启动。
This account cannot write into ${repositoryRoot}, and the program is not built yet: run "npm run build -- server" once as who owns it, then start again.`;

/**
 * Does what writes into the program's folder.
 * @throws Error in words when this account may not
 */
export async function writeInCheckout(write: () => void | Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    throw DENIED.includes((cause as NodeJS.ErrnoException).code) ? new Error(words, { cause }) : cause;
  }
}
