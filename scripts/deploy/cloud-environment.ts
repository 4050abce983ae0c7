// The environment itself: whether it exists and works, and under which names its parts are addressed.
import type { CloudRequest, SendCloudRequest } from './cloud-request';
import { DeployRefusal } from './refusal';
import type { Words } from './words';

/** How requests address an environment's parts. */
export interface CloudEnvironment {
  readonly envId: string;
  /** The namespace of its functions; it has been the environment's id wherever we looked. */
  readonly namespace: string;
  /** The instance behind its document database (FlexDB), which the requests for collections call `Tag`. */
  readonly databaseTag: string;
  /** Where its files lie; null where it has no storage. */
  readonly bucket: string | null;
}

/** Asks for one environment. */
export const askEnvironment = (envId: string): CloudRequest => ({
  service: 'tcb',
  action: 'DescribeEnvs',
  parameters: { EnvId: envId },
});

/** The environment as a dry run has to imagine it, since it asks nobody. */
export function imaginedEnvironment(envId: string): CloudEnvironment {
  return { envId, namespace: envId, databaseTag: '<DescribeEnvs: Databases[0].InstanceId>', bucket: '<DescribeEnvs: Storages[0].Bucket>' };
}

interface DescribedEnvironment {
  readonly EnvId?: string;
  readonly Status?: string;
  readonly Functions?: readonly { readonly Namespace?: string }[] | null;
  readonly Databases?: readonly { readonly InstanceId?: string }[] | null;
  readonly Storages?: readonly { readonly Bucket?: string }[] | null;
}

/**
 * Asks the cloud for the environment.
 * @throws DeployRefusal when it is not there, does not work, or has no document database
 */
export async function requireEnvironment(send: SendCloudRequest, envId: string, words: Words): Promise<CloudEnvironment> {
  const { EnvList } = (await send(askEnvironment(envId))) as { EnvList?: readonly DescribedEnvironment[] | null };
  const found = EnvList?.find((one) => one.EnvId === envId);
  if (!found) throw new DeployRefusal(words.environment.notFound(envId));
  if (found.Status !== 'NORMAL') throw new DeployRefusal(words.environment.notNormal(envId, found.Status ?? '?'));
  const databaseTag = found.Databases?.[0]?.InstanceId;
  if (!databaseTag) throw new DeployRefusal(words.environment.noDatabase(envId));
  return { envId, namespace: found.Functions?.[0]?.Namespace || envId, databaseTag, bucket: found.Storages?.[0]?.Bucket ?? null };
}
