import { ROW_WANTED } from '../shell/row-walk.ts';

/** Where somebody was on a page, as the browser keeps it for their way back. */
export type KeptPlace<Part extends string> = {
  /** The part of the list that they chose. */
  readonly part: Part | undefined;
  readonly top: number;
  /** The number of the row that they pressed, or -1. */
  readonly row: number;
  /** Where a link led that they pressed outside the list, or ''. */
  readonly href: string;
};

const NO_ROW = -1;

/** The number of the row of the list that an element is in, or -1. */
const rowOf = (element: Element): number => {
  const row = element.closest<HTMLElement>('[data-rows] :is([data-row], li)');
  if (row === null) return NO_ROW;
  const { row: number } = row.dataset;
  return Number(number ?? [...(row.parentElement?.children ?? [])].indexOf(row));
};

/**
 * Where somebody is on a page whose content comes after it, with a list marked `data-rows`: by Back
 * they find the part of the list that they chose, as far down, and with the keys at what they
 * pressed. The browser alone would look for the place before there is anything to scroll.
 */
export class PagePlace<Part extends string> {
  /** The part of the list that somebody chose. */
  part = $state<Part>();
  #root: HTMLElement | undefined;
  #row = NO_ROW;
  #href = '';
  #kept: KeptPlace<Part> | undefined;

  /** Follows what is pressed on the page. */
  readonly on = (root: HTMLElement): (() => void) => {
    const follow = ({ target }: Event): void => {
      const pressed = target instanceof Element ? target.closest('a, button') : null;
      // What is over the page goes when it is left; what opened it is where they were.
      if (pressed === null || pressed.closest('dialog') !== null) return;
      this.#row = rowOf(pressed);
      this.#href = pressed.getAttribute('href') ?? '';
    };
    const stop = new AbortController();
    // A finger on an iPhone gives no link the focus.
    for (const kind of ['focusin', 'click'])
      root.addEventListener(kind, follow, { capture: true, signal: stop.signal });
    this.#root = root;
    this.find();
    return () => {
      stop.abort();
      this.#root = undefined;
    };
  };

  /** What is kept when the page is left. */
  capture(): KeptPlace<Part> {
    return { part: this.part, top: scrollY, row: this.#row, href: this.#href };
  }

  /** What was kept is looked for, until somebody moves on by themselves. */
  restore(kept: KeptPlace<Part>): void {
    this.part = kept.part;
    this.#kept = kept;
    const moved = (): void => void (this.#kept = undefined);
    for (const kind of ['keydown', 'pointerdown', 'wheel'])
      addEventListener(kind, moved, { capture: true, once: true, passive: true });
    this.find();
  }

  /** More of the page was drawn; with the last of it the search is over. */
  find(isLast = false): void {
    const kept = this.#kept;
    if (kept === undefined || this.#root === undefined) return;
    if (isLast) this.#kept = undefined;
    scrollTo(0, kept.top);
    if (kept.row !== NO_ROW) this.#giveRow(this.#root, kept.row);
    else this.#giveLink(this.#root, kept.href);
  }

  #giveRow(root: HTMLElement, row: number): void {
    const list = root.querySelector('[data-rows]');
    const long = list?.querySelector('[data-window]');
    // Of a long list the row may not be drawn.
    if (long) return void long.dispatchEvent(new CustomEvent(ROW_WANTED, { detail: row }));
    const short = list?.querySelectorAll('li')[row]?.querySelector<HTMLElement>('a, button');
    short?.focus({ preventScroll: true });
  }

  #giveLink(root: HTMLElement, href: string): void {
    const links = [...root.querySelectorAll('a')];
    links
      .find((link) => href !== '' && link.getAttribute('href') === href)
      ?.focus({ preventScroll: true });
  }
}
