import type { Browser, BrowserContext, Page } from '@playwright/test';
import { controlsOf, onTop, placeOf, stillness, tapAndLook, tellControls, type Control } from './controls.ts';
import { enterExample } from './screens.ts';
import { storedRecords, type StoredRecord } from './stored-records.ts';
import { settled } from './tour.ts';

/** A screen, or what is laid over it: its address, and what is done there before its controls are tapped. */
export type Stop = {
  readonly name: string;
  readonly path: (records: readonly StoredRecord[]) => string;
  readonly prepare?: (page: Page) => Promise<void>;
};

/** What a walk found: controls by which nothing changes, and those that a finger hardly hits. */
export type Found = { readonly dead: string[]; readonly small: string[]; taps: number };

/** Rows of one list are alike: so many of them are tapped. */
const OF_A_KIND = 2;
/** A menu on a screen, the sheet that its item opens, and a menu on that. */
const DEEPEST = 3;
const SMALLEST = 44;
/** What a press only puts the focus into: the screen stays as it is. */
const FIELDS = /^(text|search|tel|url|email|number|password|date|month|textarea|select|searchbox|combobox)$/;

type Device = { readonly context: BrowserContext; readonly page: Page; readonly records: readonly StoredRecord[] };
type Told = { count: number; hear: () => void };

/** Ways in which a press shows beside the page itself: another page, a download, a question of the browser. */
const listen = (context: BrowserContext, page: Page): Told => {
  const told: Told = { count: 0, hear: () => undefined };
  const hear = (): void => {
    told.count += 1;
    told.hear();
  };
  context.on('page', (opened) => (hear(), void opened.close()));
  page.on('download', (download) => (hear(), void download.cancel()));
  page.on('filechooser', hear);
  page.on('dialog', (dialog) => (hear(), void dialog.accept().catch(() => undefined)));
  return told;
};

const enter = async (browser: Browser, url: string): Promise<Device & { readonly told: Told }> => {
  const context = await browser.newContext();
  await context.route(
    (asked) => asked.origin !== url,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await tellControls(page);
  await enterExample(page, url);
  // Ids are new on each device; what a record is known by is not.
  const known = ({ data, id }: StoredRecord): string => JSON.stringify([data.name, data.orderNumber, data.adamId, id]);
  const records = (await storedRecords(page)).sort((one, other) => (known(one) < known(other) ? -1 : 1));
  return { context, page, records, told: listen(context, page) };
};

/** Taps every control of each stop once, and those of what opens by it. */
export class Walk {
  readonly found: Found = { dead: [], small: [], taps: 0 };
  readonly #done = new Set<string>();
  readonly #sized = new Set<string>();
  readonly #browser: Browser;
  readonly #url: string;
  readonly #frame: boolean;
  #device: (Device & { readonly told: Told }) | undefined;

  /** `frame`: whether the controls around the screens (tabs, the example's strip) are tapped as well. */
  constructor(browser: Browser, url: string, frame = false) {
    this.#browser = browser;
    this.#url = url;
    this.#frame = frame;
  }

  /** Ends with the last device. */
  async end(): Promise<void> {
    await this.#device?.context.close();
  }

  /** Goes to a stop and taps each of its controls; what an earlier tap took away is looked for on a fresh device. */
  async visit(stop: Stop): Promise<void> {
    let before: string | undefined;
    for (;;) {
      const gone = await this.#tapAll(stop, []);
      if (gone === undefined) return;
      if (gone === before) {
        this.found.dead.push(`${stop.name}: not found again: ${gone}`);
        this.#done.add(gone);
      }
      before = gone;
      await this.#renew();
    }
  }

  async #renew(): Promise<void> {
    await this.end();
    this.#device = undefined;
  }

  /** Goes to a stop and opens again what lies over it; stays before a step that is gone. */
  async #open(stop: Stop, steps: readonly Control[]): Promise<Page> {
    this.#device ??= await enter(this.#browser, this.#url);
    const { page, records } = this.#device;
    await page.goto(this.#url + stop.path(records));
    await settled(page);
    await stop.prepare?.(page);
    await stillness(page);
    await settled(page);
    for (const step of steps) {
      const place = await placeOf(page, step);
      if (place === undefined) break;
      await tapAndLook(page, place);
      await stillness(page);
      await settled(page);
    }
    return page;
  }

  /** Answers the first control that was there at first and is no more, if there is one; the rest then waits. */
  async #tapAll(stop: Stop, steps: readonly Control[]): Promise<string | undefined> {
    const page = await this.#open(stop, steps);
    const here = await onTop(page);
    const listed = await controlsOf(page);
    const scope = `${new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/g, '*')} `;
    const fresh = listed.filter(({ key, nth }) => nth < OF_A_KIND && (this.#frame || !key.startsWith('frame')));
    let isAsItWas = true;
    for (const control of fresh) {
      const id = `${scope}${control.key} ${control.nth}`;
      if (this.#done.has(id)) continue;
      this.#measure(stop, control);
      if (!isAsItWas) await this.#open(stop, steps);
      isAsItWas = false;
      const pressed = await this.#press(stop, control, here);
      if (pressed === 'gone') return id;
      this.#done.add(id);
      isAsItWas = pressed === 'in a field';
      const isSheet = pressed === 'opened' && steps.length < DEEPEST;
      const gone = isSheet ? await this.#tapAll(stop, [...steps, control]) : undefined;
      if (gone === undefined) continue;
      // What opens by it is not tapped to its end.
      this.#done.delete(id);
      return gone;
    }
    return undefined;
  }

  #measure(stop: Stop, { key, name, width, height, inline }: Control): void {
    if (inline || this.#sized.has(key) || (width >= SMALLEST && height >= SMALLEST)) return;
    this.#sized.add(key);
    this.found.small.push(`${stop.name}: ${key} (${name}): ${Math.round(width)} × ${Math.round(height)}`);
  }

  async #press(stop: Stop, control: Control, here: string): Promise<'gone' | 'changed' | 'opened' | 'in a field'> {
    const { page, told } = this.#device as Device & { readonly told: Told };
    const place = await placeOf(page, control);
    if (place === undefined) return 'gone';
    const says = `${stop.name}: ${control.key} (${control.name})`;
    if (place.covered !== '') this.found.dead.push(`${says}: under ${place.covered}`);
    const [before, at] = [told.count, page.url()];
    const heard = new Promise<boolean>((fulfil) => (told.hear = () => fulfil(true)));
    const changed = await Promise.race([tapAndLook(page, place), heard]);
    this.found.taps += 1;
    if (!changed && told.count === before && place.covered === '') this.found.dead.push(says);
    if (FIELDS.test(control.role)) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      return 'in a field';
    }
    if (page.url() !== at) return 'changed';
    await stillness(page);
    await settled(page).catch(() => undefined);
    const top = await onTop(page).catch(() => here);
    return top !== '' && top !== here ? 'opened' : 'changed';
  }
}
