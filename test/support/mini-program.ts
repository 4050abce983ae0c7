// A stand-in for WeChat that runs a built mini-program: its templates under glass-easel in a DOM, its scripts with a `wx` of our own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import {
  type GeneralBackendElement,
  globalOptions,
  type Element as TemplateElement,
  Event as TemplateEvent,
  type template,
} from 'glass-easel';
import { type ComponentEnv, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter';
import { TmplGroup } from 'glass-easel-template-compiler';
import { absentNames } from './mini-program-absent-names';
import { SetDataMeter } from './mini-program-meter';
import { type Cloud, countingCalls, createWx, type Wx } from './mini-program-wx';

interface AppConfiguration {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly subpackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

// Lets a test find an element by the id that the app gave it; spaces copy this when they are made.
globalOptions.writeIdToDOM = true;

/** A page that is open, as WeChat's getCurrentPages() gives it. */
interface OpenPage {
  readonly route: string;
  readonly instance: Record<string, unknown>;
  readonly root: Root;
  readonly element: HTMLElement;
}

/** What a script hands to Component(). */
interface ComponentDefinition {
  readonly attached?: (...parameters: unknown[]) => void;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** Compiles all templates of a built mini-program together, since they import each other. */
function compileTemplates(folder: string): Record<string, template.ComponentTemplate> {
  const group = new TmplGroup();
  const nameOf = (file: string) => relative(folder, file).replace(/\.\w+$/, '');
  const templates = filesUnder(folder).filter((file) => file.endsWith('.wxml'));
  for (const file of templates) group.addTmpl(nameOf(file), readFileSync(file, 'utf8'));
  for (const file of filesUnder(folder).filter((each) => each.endsWith('.wxs'))) group.addScript(nameOf(file), readFileSync(file, 'utf8'));
  const groupList: Record<string, template.ComponentTemplate['content']> = new Function(`return ${group.getTmplGenObjectGroups()}`)();
  group.free();
  const compiled = templates.map((file) => {
    const content = groupList[nameOf(file)];
    if (!content) throw new Error(`no template came of ${file}`);
    return [nameOf(file), { groupList, content, fallbackListenerOnNativeNode: true }] as const;
  });
  return Object.fromEntries(compiled);
}

/** A built mini-program that has been started. */
export class MiniProgram {
  readonly wx: Wx;
  /** Every setData so far. */
  readonly meter = new SetDataMeter();
  /** The intervals that run. */
  readonly intervals = new Set<unknown>();
  private readonly environment = new MiniProgramEnv();
  private readonly space = this.environment.createCodeSpace('', true);
  private readonly backend = this.environment.associateBackend();
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly defined = new Set<string>();
  private readonly pages: OpenPage[] = [];
  private readonly configuration: AppConfiguration;
  private app: Record<string, unknown> = {};
  /** What Page and Component mean while one file is being defined: shared scripts call them on its behalf. */
  private constructors: ComponentEnv | undefined;

  /**
   * Starts the app and opens its first page, or the one that is named.
   * @param folder the built mini-program, such as dist/weapp
   * @param cloud what answers the phone
   */
  constructor(
    private readonly folder: string,
    cloud: Cloud,
  ) {
    this.configuration = this.readJson('app');
    this.wx = createWx(cloud, {
      open: (url) => this.open(url),
      replaceAll: (url) => this.replaceAll(url),
      back: () => {
        const left = this.pages.pop();
        if (left) this.close(left);
        this.callPage(this.current(), 'onShow');
      },
    });
    for (const [path, content] of Object.entries(compileTemplates(folder))) this.space.addCompiledTemplate(path, content);
    this.load('app.js');
    for (const file of filesUnder(folder).filter((each) => each.endsWith('.json'))) {
      const path = relative(folder, file).replace(/\.json$/, '');
      if (this.readJson<{ component?: boolean }>(path).component) this.define(path);
    }
  }

  /** Launches the app on a page, as a tap on its icon or on a card does. */
  launch(url = `/${this.configuration.pages[0] ?? ''}`): void {
    const { path, query } = splitUrl(url);
    const options = { path, query, scene: 1001, referrerInfo: {} };
    this.wx.launchOptions = options;
    this.call(this.app, 'onLaunch', options);
    this.call(this.app, 'onShow', options);
    this.open(url);
  }

  /** The DOM of the page that is open on top. */
  get screen(): HTMLElement {
    return this.current().element;
  }

  get route(): string {
    return this.current().route;
  }

  /** The element that the app gave an id, if it is on the screen; glass-easel writes the component's own id before it. */
  find(id: string): Element | null {
    return this.screen.querySelector(`[id="${id}"], [id$="--${id}"]`);
  }

  /** Closes every page and opens one, as a tap on the tab bar does. */
  replaceAll(url: string): void {
    for (const page of this.pages.splice(0)) this.close(page);
    this.open(url);
  }

  /** Taps an element as a finger does. */
  tap(element: Element): void {
    this.happen(element, 'tap', { x: 0, y: 0 });
  }

  /** Makes an event of WeChat's happen on an element, such as `input` with `{ value }`; it bubbles to the page. */
  happen(element: Element, type: string, detail: object): void {
    let carrier: (Element & { __wxElement?: TemplateElement }) | null = element;
    while (carrier && !carrier.__wxElement) carrier = carrier.parentElement;
    if (!carrier?.__wxElement) throw new Error('the element does not belong to a mini-program');
    this.meter.personActs();
    TemplateEvent.triggerEvent(carrier.__wxElement, type, detail, { bubbles: true, composed: true });
  }

  private current(): OpenPage {
    const page = this.pages.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  private open(url: string): void {
    const { path, query } = splitUrl(url);
    if (!existsSync(join(this.folder, `${path}.js`))) throw new Error(`page "${path}" is not in the mini-program`);
    this.define(path);
    const covered = this.pages.at(-1);
    if (covered) this.callPage(covered, 'onHide');
    const holder = document.createElement('div');
    document.body.append(holder);
    const root = this.backend.createRoot('page', this.space, path);
    root.attach(backendElement(document.body), backendElement(holder));
    const instance: Record<string, unknown> = root.getComponent().getMethodCaller();
    Object.assign(instance, { route: path, __route__: path, options: query });
    this.meter.watch(instance, 'page', () => path);
    const element = root.getComponent().getBackendElement() as unknown as HTMLElement;
    const page = { route: path, instance, root, element };
    this.pages.push(page);
    this.callPage(page, 'onLoad', query);
    this.callPage(page, 'onShow');
    this.callPage(page, 'onReady');
  }

  private close(page: OpenPage): void {
    this.callPage(page, 'onUnload');
    page.root.release();
    page.element.remove();
  }

  private callPage(page: OpenPage, name: string, ...parameters: unknown[]): void {
    this.call(page.instance, name, ...parameters);
  }

  private call(target: Record<string, unknown>, name: string, ...parameters: unknown[]): void {
    const method = target[name];
    if (typeof method === 'function') method.apply(target, parameters);
  }

  /** Registers a page or a component: its settings, its template and its script. */
  private define(path: string): void {
    if (this.defined.has(path)) return;
    this.defined.add(path);
    this.space.addComponentStaticConfig(path, this.readJson(path));
    const using = Object.values(this.readJson<{ usingComponents?: Record<string, string> }>(path).usingComponents ?? {});
    for (const component of using) this.define(join(dirname(path), component));
    this.space.componentEnv(path, ({ Page, Component, Behavior }) => {
      const outer = this.constructors;
      this.constructors = { Page, Component, Behavior };
      this.load(`${path}.js`);
      this.constructors = outer;
    });
  }

  /** The same component, whose setData is counted from the moment that it is attached. */
  private metered(definition: ComponentDefinition): ComponentDefinition {
    const { meter, pages } = this;
    const { attached } = definition;
    return {
      ...definition,
      attached(this: { readonly is: string }, ...parameters: unknown[]) {
        meter.watch(this, this.is, () => pages.at(-1)?.route ?? '');
        attached?.apply(this, parameters);
      },
    };
  }

  private readJson<T>(path: string): T {
    return JSON.parse(readFileSync(join(this.folder, `${path}.json`), 'utf8'));
  }

  /** Runs a script of the mini-program once, with the names that WeChat gives it and without those of a browser. */
  private load(path: string): unknown {
    const known = this.modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(path, module);
    const names: Record<string, unknown> = {
      ...Object.fromEntries(absentNames.map((name) => [name, undefined])),
      Page: (definition: never) => this.constructors?.Page(definition),
      Component: (definition: ComponentDefinition) => this.constructors?.Component(this.metered(definition) as never),
      Behavior: (definition: never) => this.constructors?.Behavior(definition),
      module,
      exports: module.exports,
      require: (target: string) => this.load(join(dirname(path), target.endsWith('.js') ? target : `${target}.js`)),
      wx: countingCalls(this.wx),
      setInterval: (run: () => void, everyMs: number) => {
        const interval = setInterval(run, everyMs);
        this.intervals.add(interval);
        return interval;
      },
      clearInterval: (interval: ReturnType<typeof setInterval>) => {
        this.intervals.delete(interval);
        clearInterval(interval);
      },
      App: (app: Record<string, unknown>) => {
        this.app = app;
      },
      getApp: () => this.app,
      getCurrentPages: () => this.pages.map((page) => page.instance),
    };
    const source = readFileSync(join(this.folder, path), 'utf8');
    new Function(...Object.keys(names), `${source}\n//# sourceURL=${path}`)(...Object.values(names));
    return module.exports;
  }
}

/** glass-easel describes the elements of any backend; in this one they are those of the DOM. */
function backendElement(element: HTMLElement): GeneralBackendElement {
  return element as unknown as GeneralBackendElement;
}

function splitUrl(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?');
  return { path, query: Object.fromEntries(new URLSearchParams(search)) };
}
