// In a browser Taro's elements are no buttons and fields to those who press keys or listen: here each gets what a real one would have.

const pressable = 'taro-button-core, [role="button"], [role="tab"], [role="switch"], [role="option"], [role="checkbox"], [role="radio"]';

/** Setting what already is set would be heard as a change, over and over. */
function setOnce(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function mendPressable(element: Element): void {
  if (!element.hasAttribute('role')) element.setAttribute('role', 'button');
  const isOff = element.getAttribute('aria-disabled') === 'true' || element.hasAttribute('disabled');
  setOnce(element, 'tabindex', isOff ? '-1' : '0');
}

/** The name of a field or a picture stands on Taro's element, around the one that browsers ask; a picture without one says nothing. */
function mendNamed(element: Element): void {
  const name = element.getAttribute('aria-label');
  for (const inside of element.querySelectorAll('input, textarea')) if (name !== null) setOnce(inside, 'aria-label', name);
  for (const inside of element.querySelectorAll('img')) setOnce(inside, 'alt', name ?? '');
}

/** NutUI names roles as WeChat does. Its switch is a picture of the line around it, which is the switch. */
function mendWidget(element: Element): void {
  const role = element.getAttribute('aria-role');
  element.removeAttribute('aria-role');
  if (!element.matches('.nut-switch')) return setOnce(element, 'role', role ?? 'button');
  for (const name of ['role', 'aria-checked', 'aria-disabled']) element.removeAttribute(name);
  setOnce(element, 'aria-hidden', 'true');
  setOnce(element, 'tabindex', '-1');
}

function mendAll(): void {
  for (const element of document.querySelectorAll('[aria-role], .nut-switch[aria-checked]')) mendWidget(element);
  for (const element of document.querySelectorAll(pressable)) mendPressable(element);
  for (const element of document.querySelectorAll('taro-input-core, taro-textarea-core, taro-image-core')) mendNamed(element);
}

/** What was pressed by a key last, until a finger or a mouse is used. */
let pressed: HTMLElement | null = null;

/** What opened the sheets that are open, in the order of their opening; null where no key did. */
const openers: (HTMLElement | null)[] = [];

/** Who opened a sheet by a key goes on inside it, and is back where they were when it is closed. */
function openSheet(sheet: Element): void {
  openers.push(pressed);
  // The sheet is not on show yet; before that nothing in it can have the keys.
  if (pressed !== null) requestAnimationFrame(() => sheet.querySelector<HTMLElement>(pressable)?.focus());
}

function closeSheet(): void {
  const opener = openers.pop();
  if (opener?.isConnected) opener.focus();
}

function press(event: KeyboardEvent): void {
  if (event.key === 'Escape') {
    const closers = document.querySelectorAll<HTMLElement>('.nut-popup-title-right');
    return closers[closers.length - 1]?.click();
  }
  const target = event.target as HTMLElement;
  if ((event.key !== 'Enter' && event.key !== ' ') || !target.matches(pressable)) return;
  // Space would scroll the page.
  event.preventDefault();
  if (event.repeat) return;
  pressed = target;
  target.click();
}

/** Makes everything that can be tapped reachable by Tab and pressable by Enter and Space, and every field say its name. */
export function startKeyboard(): void {
  document.addEventListener('keydown', press);
  document.addEventListener('pointerdown', () => {
    pressed = null;
  });
  const watcher = new MutationObserver((changes) => {
    mendAll();
    for (const { addedNodes, removedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element && node.matches('.nut-popup')) openSheet(node);
      for (const node of removedNodes) if (node instanceof Element && node.matches('.nut-popup')) closeSheet();
    }
  });
  const attributeFilter = ['role', 'aria-role', 'aria-label', 'aria-checked', 'aria-disabled', 'disabled'];
  watcher.observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter });
}
