// The WeChat login port: who stands behind the code that a phone got from `wx.login`.

/** Whom a code stands for; the session key opens what WeChat encrypts for this person and never leaves the server. */
export interface WechatAccount {
  readonly openId: string;
  readonly sessionKey: string;
}

/** What a code may turn out to be besides an account: not a code (any more), a person whom WeChat blocks, or ask again later. */
export type LoginProblem = 'bad_code' | 'blocked' | 'busy';

/**
 * Laws: a code is exchanged with WeChat itself and counts once; nothing but its answer says who somebody is.
 * @throws Fault('wechat_unavailable') when WeChat does not answer, Fault('not_configured') when it does not know this app.
 */
export interface WechatLogin {
  readonly appId: string;
  exchange(code: string): Promise<WechatAccount | LoginProblem>;
}
