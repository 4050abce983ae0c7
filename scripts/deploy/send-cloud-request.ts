// Sends requests to Tencent Cloud's management API over HTTPS, signed.
import { CloudProblem, type SendCloudRequest, serviceVersions, UNREACHABLE } from './cloud-request';
import { type CloudKeys, signTc3 } from './tc3-signature';

const TIMEOUT_MS = 30_000;
const contentType = 'application/json';

/** How requests travel. */
export interface CloudWay {
  readonly keys: CloudKeys;
  readonly region: string;
  /** The present moment, in ms since 1970. */
  now(): number;
  /** The fetch of Node, or a stand-in's. */
  readonly fetch: typeof fetch;
}

interface Envelope {
  readonly Response?: Record<string, unknown> & { readonly Error?: { readonly Code?: string; readonly Message?: string } };
}

/**
 * Makes a sender for one account and region.
 * @throws CloudProblem when the cloud refuses, cannot be reached or answers something else than JSON
 */
export function cloudRequestSender({ keys, region, now, fetch: fetchNow }: CloudWay): SendCloudRequest {
  return async (request) => {
    const { service, action, parameters } = request;
    const host = `${service}.tencentcloudapi.com`;
    const body = JSON.stringify(parameters);
    const atSeconds = Math.floor(now() / 1_000);
    const headers: Record<string, string> = {
      'content-type': contentType,
      'x-tc-action': action,
      'x-tc-version': serviceVersions[service],
      'x-tc-region': region,
      'x-tc-timestamp': `${atSeconds}`,
      authorization: signTc3(keys, { service, host, contentType, body, atSeconds }),
    };
    if (keys.token !== undefined) headers['x-tc-token'] = keys.token;
    let envelope: Envelope;
    try {
      const response = await fetchNow(`https://${host}/`, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
      envelope = (await response.json()) as Envelope;
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new CloudProblem(request, UNREACHABLE, cause instanceof Error ? cause.message : String(cause), null);
    }
    const answer = envelope.Response ?? {};
    const requestId = typeof answer['RequestId'] === 'string' ? answer['RequestId'] : null;
    if (envelope.Response === undefined) throw new CloudProblem(request, UNREACHABLE, JSON.stringify(envelope).slice(0, 200), requestId);
    if (answer.Error) throw new CloudProblem(request, answer.Error.Code ?? '', answer.Error.Message ?? '', requestId);
    return answer;
  };
}
