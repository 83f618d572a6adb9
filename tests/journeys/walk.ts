import type { Browser, BrowserContext, Page } from '@playwright/test';
import {
  controlsOf,
  looksOf,
  onTop,
  placeOf,
  stillness,
  tapAndLook,
  tellControls,
  type Control,
  type Place,
} from './controls.ts';
import { deviceLike, keepDevice, letKeysOut, type KeptDevice } from './kept-device.ts';
import { enterExample } from './screens.ts';
import { storedRecords, type StoredRecord } from './stored-records.ts';
import { settled } from './tour.ts';

/**
 * A screen, or what is laid over it: its address, and what is done there before its controls are
 * tapped.
 */
export type Stop = {
  readonly name: string;
  readonly path: (records: readonly StoredRecord[]) => string;
  readonly prepare?: (page: Page) => Promise<void>;
};

/**
 * What a walk found: controls by which nothing changes, those that a finger hardly hits, and what
 * broke by them.
 */
export type Found = {
  readonly dead: string[];
  readonly small: string[];
  /** What nobody foresaw, and where. */
  readonly broken: string[];
  taps: number;
  loads: number;
};

/** How a device begins, and what of it is walked. */
export type Ground = {
  /** Brings a new device to where the walk begins: the example, if nothing else is given. */
  readonly begin?: (page: Page, url: string) => Promise<unknown>;
  /** Whether the controls around the screens (tabs, the example's strip) are tapped as well. */
  readonly frame?: boolean;
  /**
   * Whether a device that was walked on is no ground for a second try: what it did cannot be done
   * again.
   */
  readonly isSpent?: boolean;
};

/** What walks that begin alike left for each other, by how they begin: walks of one process share it. */
const KEPT = new Map<unknown, KeptDevice>();

/** Rows of one list are alike: so many of them are measured, and the first of them is tapped. */
const OF_A_KIND = 2;
/** A menu on a screen, the sheet that its item opens, and a menu on that. */
const DEEPEST = 3;
const SMALLEST = 44;
/** So long a page may take to load before it is asked for once more. */
const PATIENCE_MS = 20_000;
/** What a press only puts the focus into: the screen stays as it is. */
const FIELDS =
  /^(text|search|tel|url|email|number|password|date|month|textarea|select|searchbox|combobox)$/;

type Device = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly records: readonly StoredRecord[];
};
type Look = Awaited<ReturnType<typeof looksOf>>;
type Told = { count: number; hear: () => void };

/**
 * Ways in which a press shows beside the page itself: another page, a download, a question of the
 * browser.
 */
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

const onNewDevice = async (
  browser: Browser,
  begin: (page: Page) => Promise<unknown>,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await letKeysOut(page);
  await begin(page);
  return { context, page };
};

const recordsOn = async (page: Page): Promise<StoredRecord[]> => {
  // Ids are new on each device; what a record is known by is not.
  const known = ({ data, id }: StoredRecord): string =>
    JSON.stringify([data.name, data.orderNumber, data.adamId, id]);
  return (await storedRecords(page)).sort((one, other) => (known(one) < known(other) ? -1 : 1));
};

/**
 * A way back that has not ended yet takes the place of what is asked for: then it is asked for once
 * more.
 */
const load = async (page: Page, url: string): Promise<void> => {
  await page.goto(url, { timeout: PATIENCE_MS }).catch(() => page.goto(url));
};

const calm = async (page: Page): Promise<void> => {
  if (!(await stillness(page))) await settled(page);
};

/**
 * Takes the next step from what a press opened or where it led, back to where it was pressed;
 * answers whether there is one.
 */
const stepBack = async (page: Page, { entry }: Look): Promise<boolean> => {
  if ((await onTop(page)) !== '') {
    await page.keyboard.press('Escape');
    return true;
  }
  const gone = (await looksOf(page)).entry - entry;
  if (gone > 0) await page.evaluate((steps) => history.go(-steps), gone);
  return gone > 0;
};

/** Taps every control of each stop once, and those of the sheets and menus that open. */
export class Walk {
  readonly found: Found = { dead: [], small: [], broken: [], taps: 0, loads: 0 };
  readonly #done = new Set<string>();
  readonly #sized = new Set<string>();
  readonly #browser: Browser;
  readonly #url: string;
  readonly #ground: Ground;
  #device: (Device & { readonly told: Told }) | undefined;
  /** How the stop looked when it was come to, and how what was opened there, step by step. */
  #looks: Look[] = [];

  constructor(browser: Browser, url: string, ground: Ground = {}) {
    this.#browser = browser;
    this.#url = url;
    this.#ground = ground;
  }

  /** Ends with the last device. */
  async end(): Promise<void> {
    await this.#device?.context.close();
  }

  /**
   * Goes to a stop and taps each of its controls; what an earlier tap took away is looked for on a
   * fresh device.
   */
  async visit(stop: Stop): Promise<void> {
    const missed = new Set<string>();
    let wanted: readonly string[] = [];
    for (;;) {
      wanted = await this.#tapAll(stop, [], wanted);
      const gone = wanted.at(-1);
      if (gone === undefined) return;
      if (missed.has(gone)) {
        this.found.dead.push(`${stop.name}: not found again: ${gone}`);
        this.#done.add(gone);
      }
      missed.add(gone);
      await this.#renew();
    }
  }

  async #renew(): Promise<void> {
    await this.end();
    this.#device = undefined;
  }

  /** Goes to a stop and opens its sheet or menu again; stops before a step that is gone. */
  async #open(stop: Stop, steps: readonly Control[]): Promise<void> {
    if (this.#ground.isSpent === true) await this.#renew();
    const isNew = this.#device === undefined;
    const page = await this.#goTo(stop).catch(async (error: unknown) => {
      if (isNew) throw error;
      // What an earlier press opened is in the way.
      await this.#renew();
      return this.#goTo(stop);
    });
    this.#looks = [await looksOf(page), ...(await this.#repeat(page, steps))];
  }

  /** A device as the first was; what is used up by a walk is walked from its beginning again. */
  async #newDevice(): Promise<Device & { readonly told: Told }> {
    const { begin = enterExample, isSpent } = this.#ground;
    const kept = KEPT.get(begin);
    const { context, page } =
      kept === undefined
        ? await onNewDevice(this.#browser, (page) => begin(page, this.#url))
        : await deviceLike(this.#browser, kept, `${this.#url}/favicon.svg`);
    if (kept === undefined && isSpent !== true) KEPT.set(begin, await keepDevice(context, page));
    await tellControls(page);
    page.on('pageerror', ({ message }) => this.found.broken.push(`${page.url()}: ${message}`));
    return { context, page, records: await recordsOn(page), told: listen(context, page) };
  }

  async #goTo({ path, prepare }: Stop): Promise<Page> {
    this.#device ??= await this.#newDevice();
    this.found.loads += 1;
    const { page, records } = this.#device;
    await load(page, this.#url + path(records));
    await settled(page);
    await prepare?.(page);
    await calm(page);
    return page;
  }

  async #repeat(page: Page, steps: readonly Control[]): Promise<Look[]> {
    const looks: Look[] = [];
    for (const step of steps) {
      const place = await placeOf(page, step);
      if (place === undefined) break;
      await tapAndLook(page, place);
      await calm(page);
      looks.push(await looksOf(page));
    }
    return looks;
  }

  /**
   * Undoes what a press did as far as that shows, without a reload; answers whether it
   * could.
   */
  async #putBack(steps: readonly Control[]): Promise<boolean> {
    const page = this.#device?.page;
    const looks = this.#looks;
    const began = looks[0];
    if (page === undefined || began === undefined || looks.length <= steps.length) return false;
    for (let tries = 0; tries <= DEEPEST; tries += 1) {
      const { look } = await looksOf(page);
      const reached = looks.findLastIndex((known) => known.look === look);
      if (reached !== -1) {
        await this.#repeat(page, steps.slice(reached));
        return (await looksOf(page)).look === looks.at(-1)?.look;
      }
      if (!(await stepBack(page, began))) return false;
      await calm(page);
    }
    return false;
  }

  /**
   * Answers the first control that was there at first and is no more, if there is one, with those
   * that open where it was; the rest then waits. The last of the steps is open already. `wanted`:
   * what is pressed first, before anything can take it away.
   */
  async #tapAll(
    stop: Stop,
    steps: readonly Control[],
    wanted: readonly string[],
  ): Promise<readonly string[]> {
    if (steps.length === 0) await this.#open(stop, steps);
    const { page } = this.#device as Device;
    const [here, listed] = [await onTop(page), await controlsOf(page)];
    if (steps.length > 0) this.#looks.push(await looksOf(page));
    // Steps with the same address are distinguished by their stop.
    const scope =
      this.#ground.isSpent === true
        ? `${stop.name} `
        : `${new URL(page.url()).pathname.replace(/[0-9a-f-]{32,}/g, '*')} `;
    const fresh = listed.filter(
      ({ key, nth }) =>
        nth < OF_A_KIND && (this.#ground.frame === true || !key.startsWith('frame')),
    );
    // A link that leads elsewhere is followed from one screen, and looked at on the others.
    const idOf = ({ key, role }: Control): string => `${role === 'a' ? '' : scope}${key}`;
    const isFirst = (control: Control): number => Number(idOf(control) === wanted[steps.length]);
    let isAsItWas = true;
    for (const control of fresh.sort((one, other) => isFirst(other) - isFirst(one))) {
      const id = idOf(control);
      this.#measure(stop, control);
      if (control.nth > 0 || this.#done.has(id)) continue;
      if (!isAsItWas && !(await this.#putBack(steps).catch(() => false)))
        await this.#open(stop, steps);
      isAsItWas = false;
      let pressed = await this.#press(stop, control, here);
      if (pressed === 'gone') {
        // A list that one comes back to draws its first rows alone.
        await this.#open(stop, steps);
        pressed = await this.#press(stop, control, here);
      }
      if (pressed === 'gone') return [id];
      this.#done.add(id);
      isAsItWas = pressed === 'in a field';
      const isSheet = pressed === 'opened' && steps.length < DEEPEST;
      const gone = isSheet
        ? await this.#tapAll(stop, [...steps, control], isFirst(control) ? wanted : [])
        : [];
      this.#looks.splice(steps.length + 1);
      if (gone.length === 0) continue;
      // What opens by it is not tapped to its end.
      this.#done.delete(id);
      return [id, ...gone];
    }
    return [];
  }

  #measure(stop: Stop, { key, name, width, height, inline }: Control): void {
    if (inline || this.#sized.has(key) || (width >= SMALLEST && height >= SMALLEST)) return;
    this.#sized.add(key);
    this.found.small.push(
      `${stop.name}: ${key} (${name}): ${Math.round(width)} × ${Math.round(height)}`,
    );
  }

  /** Whether what was fetched late has pushed a control away from under the finger. */
  async #hasMoved(control: Control, from: Place): Promise<boolean> {
    const to = await placeOf((this.#device as Device).page, control).catch(() => undefined);
    if (to === undefined || (to.x === from.x && to.y === from.y)) return false;
    Object.assign(from, to);
    return true;
  }

  async #press(
    stop: Stop,
    control: Control,
    here: string,
  ): Promise<'gone' | 'changed' | 'opened' | 'in a field'> {
    const { page, told } = this.#device as Device & { readonly told: Told };
    const place = await placeOf(page, control);
    if (place === undefined) return 'gone';
    const says = `${stop.name}: ${control.key} (${control.name})`;
    if (place.covered !== '') this.found.dead.push(`${says}: under ${place.covered}`);
    const [before, at] = [told.count, page.url()];
    const heard = new Promise<boolean>((fulfil) => (told.hear = () => fulfil(true)));
    const press = async (): Promise<boolean> => Promise.race([tapAndLook(page, place), heard]);
    const changed = (await press()) || ((await this.#hasMoved(control, place)) && (await press()));
    this.found.taps += 1;
    if (!changed && told.count === before && place.covered === '') this.found.dead.push(says);
    if (FIELDS.test(control.role)) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      return 'in a field';
    }
    // What is left in the middle of its coming may come over the way back.
    await calm(page).catch(() => undefined);
    if (page.url() !== at) return 'changed';
    const top = await onTop(page).catch(() => here);
    return top !== '' && top !== here ? 'opened' : 'changed';
  }
}
