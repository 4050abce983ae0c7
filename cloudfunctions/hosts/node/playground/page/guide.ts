// Leads through the six stories: one step at a time, and each is seen to be done by what is true, not by what was tapped.
import { element } from './element';
import { type Look, type Place, type Story, type StoryName, stories } from './stories';
import type { Words } from './words';

const NAME = 'qunhui.playground.stories';

interface Kept {
  /** `isThere`: what the step looks at is on show, and only the person knows when they have seen it. */
  readonly active: { readonly story: StoryName; readonly step: number; readonly before: number | null; readonly isThere?: boolean } | null;
  readonly done: readonly StoryName[];
  readonly isHidden: boolean;
}

const untouched: Kept = { active: null, done: [], isHidden: false };

function recall(): Kept {
  try {
    return { ...untouched, ...(JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<Kept>) };
  } catch {
    return untouched;
  }
}

const storyOf = (name: StoryName): Story | undefined => stories.find((story) => story.name === name);

/** What the guide asks of the page around it. */
export interface GuideNeeds {
  words(): Words;
  /** What there is to see; null while there is no community to tell stories in. */
  look(): Promise<Look | null>;
  /** Shows a place, and opens the page that belongs there. */
  go(place: Place): Promise<void>;
  /** Points quietly at a place; null points at nothing. */
  point(place: Place | null): void;
}

/** The guide. */
export class Guide {
  readonly place = element('section', { class: 'guide' });
  private kept = recall();
  /** The story that has just come to its end. */
  private ended: StoryName | null = null;
  private missing: ReadonlySet<StoryName> = new Set();
  private target: Place | null = null;
  /** One look after another; of those that would wait, the last is enough. */
  private looking: Promise<void> = Promise.resolve();
  private waiting = 0;
  /** Whether it is known what the community has; between stories, that is looked at once. */
  private hasLooked = false;

  constructor(private readonly needs: GuideNeeds) {}

  /** Looks whether the step is done, and goes on when it is. */
  watch(): Promise<void> {
    if (this.waiting > 1) return this.looking;
    this.waiting += 1;
    const look = () =>
      this.advance().finally(() => {
        this.waiting -= 1;
      });
    this.looking = this.looking.then(look, look);
    return this.looking;
  }

  /** Shows the six stories, or hides them. */
  toggle(): void {
    const isOpen = !this.kept.isHidden && this.kept.active === null && this.ended === null;
    this.ended = null;
    this.hasLooked = false;
    this.keep({ active: null, isHidden: isOpen });
  }

  /** Draws what is said now. */
  draw(): void {
    const words = this.needs.words();
    const { active, isHidden } = this.kept;
    this.place.setAttribute('aria-label', words.guide.name);
    this.place.hidden = isHidden && active === null && this.ended === null;
    const view =
      active !== null ? this.stepView(words, active) : this.ended === null ? this.listView(words) : this.endView(words, this.ended);
    this.place.replaceChildren(...view);
  }

  private keep(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    localStorage.setItem(NAME, JSON.stringify(this.kept));
    if (this.kept.active === null) {
      this.target = null;
      this.needs.point(null);
    }
    this.draw();
  }

  private async advance(): Promise<void> {
    if (this.kept.active === null && this.hasLooked) return;
    const look = await this.needs.look();
    if (look === null) return;
    this.hasLooked = true;
    const missing = stories.filter(({ needs }) => needs.some((need) => look.town[need] === null)).map(({ name }) => name);
    if (missing.join() !== [...this.missing].join()) {
      this.missing = new Set(missing);
      this.draw();
    }
    const { active } = this.kept;
    const story = active === null ? undefined : storyOf(active.story);
    const step = story?.steps[active?.step ?? 0];
    if (active === null || story === undefined || step === undefined) return;
    const place = await step.place(look);
    const before = active.before ?? (step.count === undefined ? 0 : await step.count(look));
    const isDone = active.before !== null && (await step.isDone(look, before));
    // Meanwhile the person may have chosen something else.
    if (this.kept.active !== active) return;
    this.target = place;
    this.needs.point(place);
    if (isDone && step.isLook !== true) this.goOn(story, active.step);
    else if (isDone && active.isThere !== true) this.keep({ active: { ...active, isThere: true } });
    else if (active.before === null) this.keep({ active: { ...active, before } });
  }

  private goOn(story: Story, step: number): void {
    this.target = null;
    if (step + 1 < story.steps.length) {
      this.keep({ active: { story: story.name, step: step + 1, before: null } });
      void this.watch();
      return;
    }
    this.ended = story.name;
    this.keep({ active: null, done: [...new Set([...this.kept.done, story.name])] });
  }

  private async begin(name: StoryName): Promise<void> {
    this.ended = null;
    this.keep({ active: { story: name, step: 0, before: null } });
    await this.watch();
    await this.take();
    this.place.querySelector<HTMLElement>('[data-step] button')?.focus();
  }

  private async take(): Promise<void> {
    // Where the step is done may still be being looked up.
    if (this.target === null) await this.watch();
    if (this.target !== null) await this.needs.go(this.target);
  }

  private button(text: string, act: () => void, look = ''): HTMLElement {
    return element('button', { class: `button ${look}`.trim(), onclick: act }, text);
  }

  private listView(words: Words): HTMLElement[] {
    const { guide } = words;
    const items = stories.map(({ name }, index) => {
      const { title, about } = words.stories[name];
      const isDone = this.kept.done.includes(name);
      const isMissing = this.missing.has(name);
      const says = isMissing ? guide.missing : about;
      return element(
        'li',
        {},
        element(
          'button',
          {
            class: isDone ? 'story is-done' : 'story',
            'data-story': name,
            title: says,
            disabled: isMissing,
            'aria-label': `${index + 1} ${title}: ${says}${isDone ? `, ${guide.done}` : ''}`,
            onclick: () => void this.begin(name),
          },
          element('span', { class: 'story__mark', 'aria-hidden': 'true' }, isDone ? '✓' : String(index + 1)),
          title,
        ),
      );
    });
    return [
      element('p', { class: 'guide__says guide__says--intro' }, guide.intro),
      element('ol', { class: 'guide__stories' }, ...items),
      this.button(guide.hide, () => this.keep({ isHidden: true }), 'button--plain'),
    ];
  }

  private stepView(words: Words, { story: name, step, isThere }: NonNullable<Kept['active']>): HTMLElement[] {
    const { guide } = words;
    const story = storyOf(name);
    const { title, steps } = words.stories[name];
    const goOn = () => story !== undefined && this.goOn(story, step);
    const deeds = isThere
      ? [this.button(guide.seen, goOn, 'button--main')]
      : [this.button(guide.take, () => void this.take(), 'button--main'), this.button(guide.skip, goOn)];
    return [
      element(
        'p',
        { class: 'guide__says', role: 'status', 'data-step': `${name}-${step + 1}` },
        element('span', { class: 'guide__where' }, guide.step(title, step + 1, steps.length)),
        element('strong', {}, steps[step] ?? ''),
      ),
      element(
        'div',
        { class: 'guide__deeds' },
        ...deeds,
        this.button(guide.leave, () => this.keep({ active: null }), 'button--plain'),
      ),
    ];
  }

  private endView(words: Words, name: StoryName): HTMLElement[] {
    const { guide } = words;
    const next = stories.find((story) => !this.kept.done.includes(story.name) && !this.missing.has(story.name));
    return [
      element(
        'p',
        { class: 'guide__says', role: 'status', 'data-ended': name },
        element('span', { class: 'guide__where guide__where--done' }, `✓ ${guide.finished(words.stories[name].title)}`),
        element('strong', {}, words.stories[name].end),
      ),
      element(
        'div',
        { class: 'guide__deeds' },
        ...(next === undefined
          ? []
          : [this.button(guide.next(words.stories[next.name].title), () => void this.begin(next.name), 'button--main')]),
        this.button(guide.name, () => {
          this.ended = null;
          this.draw();
        }),
      ),
    ];
  }
}
