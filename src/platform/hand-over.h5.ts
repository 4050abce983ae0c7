// Files from a browser: they are downloaded.
import Taro from '@tarojs/taro';

/** How long a browser may take to read a file that it downloads from the page itself. */
const READ_MS = 60_000;

/** What a file holds: WeChat goes by its name alone. */
export type FileType = 'application/json' | 'text/csv';

/** Gives a text to the person as a file; false where this browser does not let us. */
export function handOverFile(name: string, text: string, type: FileType): Promise<boolean> {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([text], { type }));
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this tap, in its own time.
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
  return Promise.resolve(true);
}

/** Puts a text where the person can paste it from; false where that is not allowed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
