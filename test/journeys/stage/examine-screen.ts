// Looks at a screen as a careful person would: nothing sticks out or is torn, what is tapped is as large as a finger, and all can be read.
import type { Page } from 'playwright-core';

const limits = {
  /** The smallest side of anything that is tapped, in CSS pixels; half a pixel is lost to rounding. */
  finger: 43.5,
  /** Words are torn where they stand in as many lines as this, with fewer characters in a line. */
  torn: { lines: 3, characters: 4 },
};

/**
 * Examines what the page shows now.
 * @returns a sentence for everything that is wrong; none when all is well
 */
export async function examineScreen(page: Page): Promise<string[]> {
  return page.evaluate(({ finger, torn }) => {
    const complaints: string[] = [];
    const screen = [...document.querySelectorAll('.screen')].find((element) => element.getClientRects().length > 0) ?? document.body;
    const tabBar = document.querySelector('.weui-tabbar');
    const sheets = [...document.querySelectorAll('.nut-popup')];
    const parts = [screen, ...(tabBar === null ? [] : [tabBar]), ...sheets];
    const elements = parts.flatMap((part) => [part, ...part.querySelectorAll('*')]);

    const isShown = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden' && element.getClientRects().length > 0;
    };
    const nameOf = (element: Element) => {
      const named = element.closest('[id]');
      const text = (element.textContent ?? '').trim().slice(0, 20);
      return `${element.tagName.toLowerCase()}.${element.className?.toString().split(' ')[0]} (#${named?.id ?? ''}) "${text}"`;
    };
    const shown = elements.filter(isShown);

    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) complaints.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const element of shown) {
      const box = element.getBoundingClientRect();
      // What a parent cuts off on purpose, such as terms that are folded, sticks out for nobody.
      if (element.closest('[aria-hidden="true"], .heard-only, .nut-switch') !== null) continue;
      if (box.right > width + 1 || box.left < -1)
        complaints.push(`${nameOf(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
      const style = getComputedStyle(element);
      const cuts = style.overflowX === 'hidden' && style.textOverflow === 'ellipsis';
      if (cuts && element.scrollWidth > element.clientWidth + 1) complaints.push(`${nameOf(element)} is cut short`);
    }

    // Words on top of words: only those that scroll together, as a bar that stands still covers what passes below it.
    const holderOf = (element: Element) => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (at === tabBar || ['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at;
      }
      return null;
    };
    const words = shown
      .filter((element) => !element.closest('[aria-hidden="true"], .heard-only'))
      .flatMap((element) =>
        [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''),
      )
      .slice(0, 300)
      .map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const element = node.parentElement ?? document.body;
        const box = range.getBoundingClientRect();
        // Fonts differ in the air that they keep above and below; what is drawn is as tall as the font size says.
        const air = Math.max(0, ((range.getClientRects()[0]?.height ?? 0) - Number.parseFloat(getComputedStyle(element).fontSize)) / 2);
        return {
          element,
          holder: holderOf(element),
          length: (node.textContent ?? '').trim().length,
          lines: new Set([...range.getClientRects()].filter(({ width: wide }) => wide > 0).map(({ top }) => Math.round(top))).size,
          box: { left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air },
        };
      });
    for (const [index, one] of words.entries()) {
      for (const other of words.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (one.holder === other.holder && one.element !== other.element && across > 2 && down > 4)
          complaints.push(`${nameOf(one.element)} and ${nameOf(other.element)} lie on each other`);
      }
    }

    // A word of letters stays whole: what is too long for its place takes another line, or the place is too narrow.
    for (const { element } of words) {
      for (const node of [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[A-Za-z’]{3,}/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].filter(({ width: wide }) => wide > 0).map(({ top }) => Math.round(top)));
          if (lines.size > 1) complaints.push(`${nameOf(element)} breaks ${word}`);
        }
      }
    }

    // A place that tears a few words into many lines is too narrow for them.
    for (const { element, lines, length } of words) {
      if (lines >= torn.lines && length < lines * torn.characters) complaints.push(`${nameOf(element)} is torn into ${lines} lines`);
    }

    const tappable =
      'button, a[href], input, taro-button-core, [role="button"], [role="tab"], [role="switch"], [role="option"], .weui-tabbar__item, .nut-popup-title-right';
    for (const element of shown.filter((one) => one.matches(tappable))) {
      // A field's box is what the finger meets, and a button's inside is part of its button.
      if (element.parentElement?.closest('button, taro-button-core, [role="button"], [role="switch"]') != null) continue;
      const outer = element.getBoundingClientRect();
      for (const inner of element.querySelectorAll('taro-text-core, span')) {
        const box = inner.getBoundingClientRect();
        const leaves = box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - 1 || box.bottom > outer.bottom + 1;
        if (leaves && box.width > 0) complaints.push(`${nameOf(inner)} sticks out of what is tapped`);
      }
      const met = element.matches('input') ? (element.closest('.field__box') ?? element) : element;
      const box = met.getBoundingClientRect();
      if (box.width < finger || box.height < finger)
        complaints.push(`${nameOf(element)} is only ${Math.round(box.width)} by ${Math.round(box.height)}`);
    }

    // A browser has a size and colours of its own for what is written into a field of sentences.
    for (const element of shown.filter((one) => one.matches('textarea'))) {
      const own = getComputedStyle(element);
      const around = getComputedStyle(element.parentElement ?? screen);
      const isAlike = own.fontSize === around.fontSize && own.color === around.color && own.backgroundColor === 'rgba(0, 0, 0, 0)';
      if (!isAlike) complaints.push(`${nameOf(element)} is written at ${own.fontSize} in ${own.color} on ${own.backgroundColor}`);
    }

    const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const parse = (text: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (index: 0 | 1 | 2) => top[index] * top[3] + below[index] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const light = ([red, green, blue]: Colour) =>
      0.2126 * channel(red / 255) + 0.7152 * channel(green / 255) + 0.0722 * channel(blue / 255);
    const groundOf = (element: Element): Colour => {
      const layers: Colour[] = [];
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const colour = parse(getComputedStyle(at).backgroundColor);
        if (colour[3] > 0) layers.unshift(colour);
        if (colour[3] === 1) break;
      }
      return layers.reduce<Colour>((below, top) => over(top, below), [255, 255, 255, 1]);
    };
    const opacityOf = (element: Element) => {
      let opacity = 1;
      for (let at: Element | null = element; at !== null; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
      return opacity;
    };
    for (const element of shown) {
      const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
      if (!says || element.closest('[disabled], [aria-disabled="true"], [aria-hidden="true"], .button--off') !== null) continue;
      const style = getComputedStyle(element);
      const ground = groundOf(element);
      const ink = parse(style.color);
      const seen = over([ink[0], ink[1], ink[2], ink[3] * opacityOf(element)], ground);
      const [more = 0, less = 0] = [light(seen), light(ground)].sort((one, other) => other - one);
      const ratio = (more + 0.05) / (less + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18 && Number(style.fontWeight) >= 600);
      if (ratio < (isLarge ? 3 : 4.5)) complaints.push(`${nameOf(element)} has a contrast of ${ratio.toFixed(2)} at ${size} px`);
    }
    return [...new Set(complaints)];
  }, limits);
}

/** The texts on show that hold Chinese characters. */
export async function chineseTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const isShown = (node.parentElement?.getClientRects().length ?? 0) > 0 && node.parentElement?.closest('script, style') == null;
      if (isShown && /\p{Script=Han}/u.test(text)) found.push(text);
    }
    return [...new Set(found)];
  });
}
