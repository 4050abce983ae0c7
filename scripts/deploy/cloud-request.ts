// Requests to Tencent Cloud's management API as data: what a plan holds, a dry run prints and a real run sends.

/** The services of the management API that are used, with the version of each. */
export const serviceVersions = { tcb: '2018-06-08', scf: '2018-04-16' } as const;

/** One request: an action of a service with its parameters. */
export interface CloudRequest {
  readonly service: keyof typeof serviceVersions;
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the cloud answered, without the envelope. */
export type CloudAnswer = Readonly<Record<string, unknown>>;

/** Sends one request and gives its answer. */
export type SendCloudRequest = (request: CloudRequest) => Promise<CloudAnswer>;

/** The code of a problem where no answer came at all. */
export const UNREACHABLE = 'unreachable';

/** The cloud said no; `code` is its own. */
export class CloudProblem extends Error {
  override readonly name = 'CloudProblem';

  constructor(
    readonly request: CloudRequest,
    readonly code: string,
    readonly said: string,
    readonly requestId: string | null,
  ) {
    super(`${request.service} ${request.action}: ${code} ${said}`);
  }
}
