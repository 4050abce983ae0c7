// Pictures as files of WeChat's cloud storage: a phone shows the file's id as it is.
import { Fault } from '#server/ports/fault';
import type { Pictures } from '#server/ports/pictures';

/** The part of the cloud's storage that is used. */
export interface CloudFiles {
  uploadFile(input: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  deleteFile(input: { fileList: string[] }): Promise<{ fileList: readonly { fileID: string; status: number; errMsg?: string }[] }>;
}

/** The folder of pictures in the storage; every file in it is one that somebody shows to others, so everybody may read it. */
const FOLDER = 'pictures';

async function reached<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw new Fault('pictures_unavailable', "WeChat's storage did not answer", { cause });
  }
}

/** What the storage says of a file that is not there. */
const GONE = /not.?exist|nonexist|not.?found/i;

/** Creates the port. */
export function createWechatPictures(files: CloudFiles): Pictures {
  return {
    async keep({ communityId, pictureId, bytes }) {
      const cloudPath = `${FOLDER}/${communityId}/${pictureId}.jpg`;
      const { fileID } = await reached(() => files.uploadFile({ cloudPath, fileContent: Buffer.from(bytes) }));
      return fileID;
    },
    async remove(address) {
      const { fileList } = await reached(() => files.deleteFile({ fileList: [address] }));
      const left = fileList.find(({ status, errMsg = '' }) => status !== 0 && !GONE.test(errMsg));
      if (left !== undefined) throw new Fault('pictures_unavailable', `a picture could not be removed: ${left.errMsg ?? left.status}`);
    },
    show: (address) => address,
  };
}
