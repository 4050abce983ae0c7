// Opens what looks at people's texts and pictures, and what keeps the pictures, in a cloud function: WeChat's own services.
import { DYNAMIC_CURRENT_ENV, deleteFile, getTempFileURL, init, openapi, uploadFile } from 'wx-server-sdk';
import { createWechatContentCheck, type WechatSecurity } from '#server/adapters/content-check-wechat/wechat-content-check';
import { openIdOf } from '#server/adapters/identity-wechat/wechat-identity';
import { type CloudFiles, createWechatPictures } from '#server/adapters/pictures-wechat/wechat-pictures';
import type { ContentCheck } from '#server/ports/content-check';
import type { Pictures } from '#server/ports/pictures';

/** What a cloud function needs for the content of its people. */
export interface OpenContent {
  readonly contentCheck: ContentCheck;
  readonly pictures: Pictures;
  /** False with QUNHUI_NO_USER_CONTENT=1: nobody's nickname or picture is shown, and none is taken. */
  readonly userContent: boolean;
}

/** How long WeChat may fetch a picture that it checks, in seconds: its check may take half an hour. */
const FETCH_SECONDS = 3_600;

async function temporaryUrl(fileID: string): Promise<string> {
  // The package's own types know neither the lifetime nor that there is an answer where no callback is given.
  const fileList = [{ fileID, maxAge: FETCH_SECONDS }] as unknown as string[];
  const answer = (await getTempFileURL({ fileList })) as { readonly fileList: readonly { readonly tempFileURL?: unknown }[] };
  const url = answer.fileList[0]?.tempFileURL;
  if (typeof url !== 'string' || url === '') throw new Error('the storage gave no address for a picture');
  return url;
}

/** Opens it. */
export function openContent(): OpenContent {
  // The package's own types do not know that a symbol names the present environment.
  init({ env: DYNAMIC_CURRENT_ENV as unknown as string });
  const security = openapi['security'] as unknown as WechatSecurity;
  return {
    contentCheck: createWechatContentCheck({ security, openIdOf, temporaryUrl }),
    pictures: createWechatPictures({ uploadFile, deleteFile } as unknown as CloudFiles),
    userContent: process.env.QUNHUI_NO_USER_CONTENT !== '1',
  };
}
