// Prints a link that signs one browser in as the owner of a community, once: `npm run sign-in -- --community ID`.
import { parseArgs } from 'node:util';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { type NodeEnvironment, parseEnvironment, StartProblem } from '#server/hosts/node/environment';
import { databaseFile } from '#server/hosts/node/keeping/database-file';
import { askForOwnerLink } from '#server/hosts/node/keeping/operator-door';
import { openStore } from '#server/hosts/node/open-store';
import { makeOwnerLink } from '#server/hosts/node/owner-link';
import { runCommand } from './workshop/run-command';

const USAGE = 'npm run sign-in -- --community ID';

/** A database server may be asked beside the processes that work on it. */
async function linkBeside(environment: NodeEnvironment, communityId: string): Promise<string | null> {
  if (environment.publicUrl === null)
    throw new StartProblem('PUBLIC_URL 要和服务器的一样。/ PUBLIC_URL must be set as it is for the server.');
  const log = createJsonLog((line) => process.stderr.write(line), systemClock);
  const store = await openStore(environment);
  try {
    return await makeOwnerLink({ store, log, origin: environment.publicUrl.origin }, communityId, systemClock.now());
  } finally {
    await store.close();
  }
}

async function linkOf(communityId: string): Promise<string | null> {
  const environment = parseEnvironment({ ...process.env, DEMO: '0' });
  if (environment.databaseUrl !== null) return linkBeside(environment, communityId);
  const answered = await askForOwnerLink(databaseFile(environment.dataDir), communityId);
  if (answered === null) {
    throw new StartProblem(
      `${environment.dataDir} 没有服务器在运行：请先启动，或检查 DATA_DIR。/ No server is running there: start it, or look at DATA_DIR.`,
    );
  }
  return answered.link;
}

async function main(): Promise<number> {
  const { community } = parseArgs({ options: { community: { type: 'string' } } }).values;
  if (community === undefined) {
    console.error(USAGE);
    return 1;
  }
  const link = await linkOf(community);
  if (link === null) {
    console.error(`没有编号是 ${community} 的社群。/ There is no community of this id.`);
    return 1;
  }
  console.log(link);
  console.error('只能用一次，15 分钟内有效；谁打开谁就是群主，请只交给本人。/ Works once, for 15 minutes: whoever opens it is the owner.');
  return 0;
}

runCommand(main);
