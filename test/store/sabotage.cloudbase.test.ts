// The scenarios are only worth something if broken CloudBase stores fail them: each of these must.
import { afterAll, describe, expect, it } from 'vitest';
import { openCloudBaseDatabase } from '#server/adapters/store-cloudbase/cloudbase-database';
import { createStoreOnCloudBase } from '#server/adapters/store-cloudbase/create-cloudbase-store';
import type { Store } from '#server/ports/store';
import { type CloudBaseSabotage, cloudBaseSabotages } from './broken/broken-cloudbase';
import { startStandIn } from './cloudbase-case';
import { scenarios } from './cloudbase-scenarios';

const cloudBase = await startStandIn();
afterAll(() => cloudBase.stop());

function openBroken({ breakIt }: CloudBaseSabotage): Store {
  return createStoreOnCloudBase(breakIt(openCloudBaseDatabase({ timeoutMs: 5_000 })), { deadlineMs: 3_000 });
}

/** What catches a sabotage, or null when nothing does. */
async function caughtBy(sabotage: CloudBaseSabotage): Promise<string | null> {
  for (const { name, run } of scenarios.filter((scenario) => !scenario.name.startsWith('64'))) {
    cloudBase.reset();
    const caught = await run(() => openBroken(sabotage), cloudBase).then(
      () => false,
      () => true,
    );
    if (caught) return name;
  }
  return null;
}

describe('the scenarios catch a CloudBase store that', () => {
  it.each(cloudBaseSabotages)('$name', async (sabotage) => {
    expect(await caughtBy(sabotage)).not.toBeNull();
  });
});

describe('the scenarios', () => {
  it('are passed by the store as it is', async () => {
    expect(await caughtBy({ name: 'nothing', breakIt: (database) => database })).toBeNull();
  });
});
