// WeChat's side of a person's own things, for a built mini-program: its privacy check, a picture that is drawn, a file that is sent.
import { aJpeg, base64Of } from './jpeg';

type Answer = { readonly event: string; readonly buttonId?: string };

/** WeChat's privacy check as far as an app sees it. */
export interface PrivacyCheck {
  readonly apis: Readonly<Record<string, unknown>>;
  /** An API needs an agreement; every answer that the app gives is kept. */
  need(): void;
  readonly answers: readonly Answer[];
  readonly guidesOpened: () => number;
}

/** Creates the check; the guide has this name. */
export function createPrivacyCheck(guide = '《群惠小程序隐私保护指引》'): PrivacyCheck {
  const answers: Answer[] = [];
  let listener: ((resolve: (answer: Answer) => void) => void) | null = null;
  let opened = 0;
  return {
    answers,
    guidesOpened: () => opened,
    need: () => listener?.((answer) => answers.push(answer)),
    apis: {
      onNeedPrivacyAuthorization: (heard: typeof listener) => {
        listener = heard;
      },
      // Callbacks only, and no promise: as WeChat does it.
      getPrivacySetting: ({ success }: { success(setting: object): void }) =>
        success({ needAuthorization: true, privacyContractName: guide }),
      openPrivacyContract: () => {
        opened += 1;
      },
    },
  };
}

/** What was drawn and what it was written as. */
export interface Drawing {
  readonly source: string;
  readonly drawn: readonly number[];
  readonly written: { readonly fileType?: string; readonly destWidth?: number; readonly quality?: number };
}

/** WeChat's canvas off the screen and its files; what is written is a small JPEG, as large as asked for. */
export function createDarkroom(width = 600, height = 400) {
  const drawings: Drawing[] = [];
  let source = '';
  let drawn: readonly number[] = [];
  const image = () => {
    const made = { width, height, onload: () => undefined, onerror: () => undefined };
    return Object.defineProperty(made, 'src', {
      set(address: string) {
        source = address;
        queueMicrotask(() => (address.includes('broken') ? made.onerror() : made.onload()));
      },
    });
  };
  const pen = { fillStyle: '', fillRect: () => undefined, drawImage: (_image: unknown, ...places: number[]) => (drawn = places) };
  const apis = {
    createOffscreenCanvas: () => ({ getContext: () => pen, createImage: image }),
    canvasToTempFilePath: (options: Drawing['written'] & { success(result: object): void }) => {
      drawings.push({ source, drawn, written: options });
      options.success({ tempFilePath: 'wxfile://small.jpg' });
    },
    getFileSystemManager: () => ({
      readFile: ({ success }: { success(result: object): void }) => success({ data: base64Of(aJpeg(132, 132)) }),
    }),
  };
  return { apis, drawings };
}
