// What a code of Tencent Cloud means for the person who runs a command.
import { UNREACHABLE } from './cloud-request';

/** The kinds of problems that call for different advice. */
export type ProblemKind = 'unreachable' | 'login' | 'permission' | 'quota' | 'other';

/** The kind of a problem, by the cloud's own code. */
export function problemKind(code: string): ProblemKind {
  if (code === UNREACHABLE) return 'unreachable';
  if (/^(UnauthorizedOperation|AuthFailure\.UnauthorizedOperation|OperationDenied)/.test(code)) return 'permission';
  if (code.startsWith('AuthFailure')) return 'login';
  if (/^(LimitExceeded|RequestLimitExceeded|ResourceInsufficient)/.test(code)) return 'quota';
  return 'other';
}
