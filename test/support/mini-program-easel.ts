// WeChat's canvas off the screen and the files of a mini-program: what is written and placed on a picture, and which files there are.

/** A picture that was drawn. */
export interface Painting {
  /** The texts in the order in which they were written. */
  readonly texts: readonly string[];
  /** The addresses of the pictures that were placed on it. */
  readonly pictures: readonly string[];
  /** The file that it became. */
  readonly path: string;
}

/** The easel: `apis` is what a phone has of it. */
export interface Easel {
  readonly apis: Readonly<Record<string, unknown>>;
  readonly paintings: readonly Painting[];
  /** The files that the app wrote, by path. */
  readonly files: ReadonlyMap<string, Buffer>;
}

interface Image {
  src: string;
  onload(): void;
  onerror(): void;
}

interface Canvas {
  readonly texts: string[];
  readonly pictures: string[];
  getContext(): object;
  createImage(): Image;
}

/** A pen that remembers texts and pictures, and takes every other stroke. */
function createPen({ texts, pictures }: Pick<Canvas, 'texts' | 'pictures'>): object {
  const strokes: Readonly<Record<string, unknown>> = {
    fillText: (text: string) => void texts.push(text),
    drawImage: ({ src }: Image) => void pictures.push(src),
    // Every character as wide as it is high, as Chinese ones are.
    measureText: (text: string) => ({ width: text.length * 30 }),
  };
  const set: Record<string, unknown> = {};
  return new Proxy(set, {
    get: (_target, name: string) => strokes[name] ?? set[name] ?? (() => undefined),
  });
}

/** Sets the easel up, with no files. */
export function createEasel(): Easel {
  const paintings: Painting[] = [];
  const files = new Map<string, Buffer>();

  /** Loads what is among the files; anything else cannot be read. */
  function createImage(): Image {
    const image = { onload: () => undefined, onerror: () => undefined };
    let source = '';
    return Object.defineProperty(image as unknown as Image, 'src', {
      get: () => source,
      set(address: string) {
        source = address;
        queueMicrotask(() => (files.has(address) ? image.onload() : image.onerror()));
      },
    });
  }

  function createCanvas(): Canvas {
    const [texts, pictures]: [string[], string[]] = [[], []];
    return { texts, pictures, getContext: () => createPen({ texts, pictures }), createImage };
  }

  const apis = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    createOffscreenCanvas: createCanvas,
    canvasToTempFilePath({ canvas, success }: { readonly canvas: Canvas; success(result: object): void }) {
      const path = `wxfile://tmp_painting_${paintings.length}.png`;
      paintings.push({ texts: canvas.texts, pictures: canvas.pictures, path });
      success({ tempFilePath: path });
    },
    getFileSystemManager: () => ({
      accessSync(path: string) {
        if (!files.has(path)) throw new Error(`access:fail no such file or directory ${path}`);
      },
      writeFileSync: (path: string, text: string, encoding: BufferEncoding) => void files.set(path, Buffer.from(text, encoding)),
    }),
  };
  return { apis, paintings, files };
}
