import type { Page } from '@playwright/test';

/** A control of a screen as a finger finds it. */
export type Control = {
  /**
   * Where it is, what it is and what it is called, without numbers: equal controls are equal in
   * this.
   */
  readonly key: string;
  /** How many with the same key come before it. */
  readonly nth: number;
  readonly role: string;
  readonly name: string;
  /** Its hit area, the row of a tick included, in px. */
  readonly width: number;
  readonly height: number;
  /** A link within running text, whose size is that of the text. */
  readonly inline: boolean;
};

/**
 * What a press led to: something changed, nothing did, or something else covers the control.
 */
export type Place = { readonly x: number; readonly y: number; readonly covered: string };

/** Lists the controls from within the page; put into each page before the app. */
const inPage = (): void => {
  const CONTROLS =
    'a[href], button, input, select, textarea, summary, [role=button], [role=menuitem], [role=tab], [role=switch]';
  type Ticked = HTMLInputElement;
  const isTick = (element: Element): element is Ticked =>
    element instanceof HTMLInputElement && /checkbox|radio/.test(element.type);
  const isPart = (element: Element, of: Element): boolean => element === of || of.contains(element);

  /** What a finger hits for a control: the label of a tick or a field, or the control itself. */
  const rowOf = (element: Element): Element => {
    const label =
      element instanceof HTMLInputElement && isTick(element) ? element.labels?.[0] : undefined;
    return label ?? element;
  };
  /** The sheet, menu or picture over all others; the page itself otherwise. */
  const top = (): Element => {
    const menus = [...document.querySelectorAll(':popover-open')];
    const sheets = [...document.querySelectorAll('dialog:modal')];
    return menus.at(-1) ?? sheets.at(-1) ?? document.body;
  };
  const nameOf = (element: Element): string => {
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        ? [...(element.labels ?? [])]
        : [];
    const named = element
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    const label =
      element.getAttribute('aria-label') ??
      named?.join(' ') ??
      labels.map((l) => l.textContent).join(' ');
    return (label === '' ? (element.textContent ?? '') : label)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60);
  };
  const roleOf = (element: Element): string =>
    element.getAttribute('role') ??
    (element instanceof HTMLInputElement ? element.type : element.localName);
  /**
   * Nothing is to change by it: it cannot be pressed, is at work, or is the one of a few that is
   * chosen.
   */
  const isDone = (element: Element): boolean =>
    element.matches(':disabled, [aria-disabled=true], [aria-selected=true], [aria-busy=true]') ||
    element.matches('[role=group] > [aria-pressed=true]') ||
    (element instanceof HTMLInputElement && element.type === 'radio' && element.checked) ||
    (element.matches('a[aria-current], button[aria-current]') &&
      element.getAttribute('aria-current') !== 'false');
  /** How far its containers are scrolled, the page included. */
  const scrolled = (element: Element): { readonly x: number; readonly y: number } => {
    const [x, y] = [element.scrollLeft, element.scrollTop];
    const around =
      element.parentElement === null ? { x: 0, y: 0 } : scrolled(element.parentElement);
    return { x: x + around.x, y: y + around.y };
  };
  const isSeen = (element: Element): boolean => {
    const { width, height, bottom, right } = rowOf(element).getBoundingClientRect();
    const { x, y } = scrolled(element);
    const isOut = bottom + y <= 0 || right + x <= 0;
    return (
      rowOf(element).checkVisibility({ visibilityProperty: true }) &&
      width > 1 &&
      height > 1 &&
      !isOut
    );
  };
  const isInline = (element: Element): boolean =>
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent ?? '').trim().length >
      (element.textContent ?? '').trim().length;

  const listOf = (element: Element): Element | null =>
    element.closest('ul, ol, [role=list], [role=listbox], table, tbody');
  const around = (element: Element): string => {
    const sheet = element.closest('dialog, [popover]');
    if (sheet !== null) return `${sheet.localName} ${nameOf(sheet).replace(/\d+/g, '#')}`;
    return element.closest('main') === null ? 'frame' : 'main';
  };
  /**
   * Rows of a list are of one kind when they look alike, and links to records when they lead to
   * like places; all else by its name.
   */
  const kindOf = (element: Element): string => {
    const list = listOf(element);
    const isRow = list !== null && list.closest('[popover]') === null && list.childElementCount > 2;
    if (isRow)
      return `row of ${list.getAttribute('aria-label') ?? ''} ${roleOf(element)}.${rowOf(element).className}`;
    const to = element.getAttribute('href')?.replace(/[0-9a-f-]{32,}/g, '*') ?? '';
    return to.includes('*')
      ? `to ${to} ${element.className}`
      : nameOf(element).replace(/\d+/g, '#');
  };
  const keyOf = (element: Element): string =>
    `${around(element)} | ${roleOf(element)} | ${kindOf(element)}`;

  const all = (): { readonly element: Element; readonly key: string; readonly nth: number }[] => {
    const counted = new Map<string, number>();
    return [...top().querySelectorAll(CONTROLS)]
      .filter(
        (element) => isSeen(element) && !isDone(element) && element.closest('[inert]') === null,
      )
      .map((element) => {
        const key = keyOf(element);
        const nth = counted.get(key) ?? 0;
        counted.set(key, nth + 1);
        return { element, key, nth };
      });
  };
  const told: string[] = [];
  const state = (): string => {
    const fields = [
      ...document.querySelectorAll<HTMLInputElement>(
        'input, textarea, select, dialog, details, :popover-open',
      ),
    ];
    const focused = document.activeElement?.matches(
      'input:not([type=checkbox], [type=radio]), select, textarea',
    );
    return [
      location.href,
      document.body.outerHTML,
      ...fields.map(
        (input) => `${input.checked} ${input.value} ${input.matches('[open], :popover-open')}`,
      ),
      focused
        ? `in ${[...document.querySelectorAll('*')].indexOf(document.activeElement as Element)}`
        : '',
      told.join(),
    ].join('\n');
  };
  /**
   * What tells where one is: the address, what covers the screen, its title, what can be pressed,
   * what the fields hold.
   */
  const look = (): string => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    // Of a long list only what is in sight is drawn: how many rows there are says nothing.
    const pressed = all().filter(({ key, nth }) => nth < 2 && !key.startsWith('frame'));
    return [
      location.href,
      top() === document.body ? '' : nameOf(top()),
      ...[...document.querySelectorAll('h1')].map(({ textContent }) => textContent),
      ...new Set(pressed.map(({ key, nth }) => `${key} ${nth}`)),
      ...fields.map(({ checked, value }) => `${checked} ${value}`),
    ].join('\n');
  };
  /**
   * How far a finger reaches a control from its middle, in px; its captions and what enlarges it
   * are part of it.
   */
  const whole = (element: Element): { readonly width: number; readonly height: number } => {
    const labels =
      element instanceof HTMLButtonElement ? [] : [...((element as HTMLInputElement).labels ?? [])];
    const parts = [element, ...labels];
    const at = (x: number, y: number): boolean => {
      const hit = document.elementFromPoint(x, y);
      const control = hit?.closest(CONTROLS) ?? null;
      return (
        hit !== null &&
        (control === element || control === null) &&
        parts.some((part) => isPart(hit, part))
      );
    };
    const boxes = [
      rowOf(element).getBoundingClientRect(),
      element.getBoundingClientRect(),
      ...element.getClientRects(),
    ];
    const middles = boxes.map((box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
    const middle = middles.find(({ x, y }) => at(x, y));
    if (middle === undefined) return { width: 0, height: 0 };
    const reach = (dx: number, dy: number): number => {
      let far = 0;
      while (far < 44 && at(middle.x + dx * (far + 1), middle.y + dy * (far + 1))) far += 1;
      return far;
    };
    return { width: reach(-1, 0) + reach(1, 0) + 1, height: reach(0, -1) + reach(0, 1) + 1 };
  };
  /** The screen is there, with its rows, and nothing of it moves. */
  const isWhole = (): boolean => {
    const named = [...document.querySelectorAll('h1, dialog[open]')];
    return (
      named.some((element) => element.checkVisibility({ visibilityProperty: true })) &&
      document.querySelector('.card[aria-hidden=true]') === null &&
      document.fonts.status === 'loaded' &&
      document.getAnimations().every(({ playState }) => playState !== 'running')
    );
  };
  /** How the page was before a press; what leaves the page forgets it. */
  let remembered = '';
  const find = (key: string, nth: number): Element | undefined =>
    all().find((known) => known.key === key && known.nth === nth)?.element;

  Object.assign(window, {
    walk: {
      list: () =>
        all().map(({ element, key, nth }) => {
          rowOf(element).scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
          return {
            key,
            nth,
            role: roleOf(element),
            name: nameOf(element),
            ...whole(element),
            inline: isInline(element),
          };
        }),
      place: (key: string, nth: number) => {
        const element = find(key, nth);
        if (element === undefined) return undefined;
        rowOf(element).scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const { x, y, width, height } = rowOf(element).getBoundingClientRect();
        const at = { x: x + width / 2, y: y + height / 2 };
        const hit = document.elementFromPoint(at.x, at.y);
        const isHit = hit !== null && (isPart(hit, rowOf(element)) || isPart(hit, element));
        return { ...at, covered: isHit ? '' : `${hit?.localName}.${hit?.className}` };
      },
      remember: () => void (remembered = state()),
      looks: () => ({ look: look(), entry: window.navigation?.currentEntry?.index ?? 0 }),
      changed: async () => {
        const until = performance.now() + 30_000;
        while (state() === remembered && performance.now() < until)
          await new Promise((next) => setTimeout(next, 16));
        return state() !== remembered;
      },
      still: async () => {
        const until = performance.now() + 2000;
        for (let before = ''; before !== state() && performance.now() < until;) {
          before = state();
          await new Promise((next) => setTimeout(next, 120));
        }
        return isWhole();
      },
      top: () => (top() === document.body ? '' : nameOf(top())),
    },
  });
  const tell = (what: string): void => void told.push(what);
  window.print = () => tell('print');
  Object.assign(navigator, { share: () => (tell('share'), Promise.resolve()) });
  const copy = navigator.clipboard?.writeText.bind(navigator.clipboard);
  if (copy) navigator.clipboard.writeText = (text) => (tell('clipboard'), copy(text));
  Reflect.deleteProperty(window, 'showSaveFilePicker');
  // The browser's question which folder, which is closed again.
  const closed = (): Promise<never> => Promise.reject(new DOMException('closed', 'AbortError'));
  Object.assign(window, { showDirectoryPicker: () => (tell('folder'), closed()) });
  window.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element
        ? event.target.closest('a[href^="mailto:"], a[href^="tel:"]')
        : null;
    if (link === null || event.defaultPrevented) return;
    event.preventDefault();
    tell('handed over');
  });
};

type InPage = {
  readonly walk: {
    list(): Control[];
    place(key: string, nth: number): Place | undefined;
    remember(): void;
    looks(): { readonly look: string; readonly entry: number };
    changed(): Promise<boolean>;
    still(): Promise<boolean>;
    top(): string;
  };
};
declare const window: Window & InPage;

/** Makes each page of a browser tell of its controls. */
export const tellControls = (page: Page): Promise<unknown> => page.addInitScript(inPage);

/**
 * The controls that a finger can reach now: those of the sheet or menu on top, or of the
 * screen.
 */
export const controlsOf = (page: Page): Promise<Control[]> =>
  page.evaluate(() => window.walk.list());

/** The name of the sheet or menu on top; '' when there is none. */
export const onTop = (page: Page): Promise<string> => page.evaluate(() => window.walk.top());

/** How the page looks to a person, and where it is on the way that was walked. */
export const looksOf = (page: Page): Promise<{ readonly look: string; readonly entry: number }> =>
  page.evaluate(() => window.walk.looks());

/**
 * Nothing comes or goes any more: what a press has opened is there, also when it was fetched first.
 * Answers whether the screen is there whole, as far as that shows without waiting longer.
 */
export const stillness = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.walk.still()).catch(() => false);

/** Brings a control into view; answers where it is, or nothing when it is gone. */
export const placeOf = (page: Page, { key, nth }: Control): Promise<Place | undefined> =>
  page.evaluate(({ key, nth }) => window.walk.place(key, nth), { key, nth });

/**
 * Taps a place, and answers whether anything in the page changed by it; a page that was left
 * changed.
 */
export const tapAndLook = async (page: Page, { x, y }: Place): Promise<boolean> => {
  await page.evaluate(() => {
    // A field that has the focus already would be pressed for nothing.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.walk.remember();
  });
  await page.touchscreen.tap(x, y);
  return page.evaluate(() => window.walk.changed()).catch(() => true);
};
