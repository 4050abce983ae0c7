// Who may reach functions, collections and files past our own code, as requests; the rules of the cloud itself.
import type { CloudAnswer, CloudRequest } from './cloud-request';

/** What a permission can be about. */
export type GuardedKind = 'function' | 'collection' | 'storage';

/** ADMINONLY: nobody but the functions. ADMINWRITE: everybody reads, only functions write. CUSTOM: a rule says. */
export type Permission = 'ADMINONLY' | 'ADMINWRITE' | 'CUSTOM';

/** A permission as the cloud has it. */
export interface GivenPermission {
  readonly permission: string;
  /** The rule behind CUSTOM, as JSON; empty where there is none. */
  readonly rule: string;
}

/** Asks for the permission of one thing; functions share one for the whole environment. */
export function askPermission(envId: string, kind: GuardedKind, name: string | null): CloudRequest {
  const resources = name === null ? {} : { Resources: [name] };
  return { service: 'tcb', action: 'DescribeResourcePermission', parameters: { EnvId: envId, ResourceType: kind, ...resources } };
}

/** Sets a permission; `rule` only with CUSTOM. */
export function setPermission(envId: string, kind: GuardedKind, name: string | null, permission: Permission, rule?: string): CloudRequest {
  return {
    service: 'tcb',
    action: 'ModifyResourcePermission',
    parameters: {
      EnvId: envId,
      ResourceType: kind,
      ...(name === null ? {} : { Resource: name }),
      Permission: permission,
      ...(rule === undefined ? {} : { SecurityRule: rule }),
    },
  };
}

/** Reads the answer to `askPermission`. */
export function permissionIn(answer: CloudAnswer): GivenPermission {
  const { PermissionList } = (answer['Data'] ?? {}) as {
    PermissionList?: readonly { readonly Permission?: string; readonly SecurityRule?: string }[] | null;
  };
  const first = PermissionList?.[0];
  return { permission: first?.Permission ?? '', rule: first?.SecurityRule ?? '' };
}
