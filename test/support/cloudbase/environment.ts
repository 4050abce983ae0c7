// The environment variables of a WeChat cloud function, with the one that sends the SDK to the stand-in.

/** The key that every request here is signed with. */
export const SECRET_KEY = 'stand-in-key';

/** The least that the SDK needs in a cloud function. The credentials are any text: the stand-in grants nothing. */
export function cloudFunctionEnvironment(environmentId: string, adminUrl: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'stand-in-id',
    TENCENTCLOUD_SECRETKEY: SECRET_KEY,
    TENCENTCLOUD_SESSIONTOKEN: 'stand-in-token',
    SCF_NAMESPACE: environmentId,
    TCB_ENV: environmentId,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    TCB_SEQID: 'stand-in-sequence',
    TCB_SOURCE: 'wx_client',
    WX_CONTEXT_KEYS: 'WX_API_TOKEN,WX_OPENID,WX_APPID,WX_UNIONID,WX_CLIENTIP',
    WX_API_TOKEN: 'stand-in-api-token',
    WX_OPENID: 'open-id-of-the-caller',
    WX_APPID: 'wx0000000000000000',
    // Read on every request, so that a test may start another stand-in; undocumented, hence a test that requests really arrive here.
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    // Without it a timer of three seconds per failed request keeps a test process alive.
    SILENCE: 'true',
  };
}
