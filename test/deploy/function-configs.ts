// The config.json of every cloud function, as it stands beside its host.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type FunctionConfig, functionNames } from '../../scripts/deploy/wanted-functions';

/** All of them, by name. */
export function functionConfigs(): readonly { readonly name: string; readonly config: FunctionConfig }[] {
  return functionNames.map((name) => {
    const path = resolve(__dirname, '..', '..', 'cloudfunctions/hosts/wechat', name, 'config.json');
    return { name, config: JSON.parse(readFileSync(path, 'utf8')) as FunctionConfig };
  });
}
