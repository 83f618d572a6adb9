import type { Browser, Page } from '@playwright/test';
import { mendDownloads } from './downloads.ts';
import { mendFill } from './fill.ts';
import { insideOf } from './inside.ts';

/** Commands that this Firefox does not know. What they would set is set for all of the browser by its preferences. */
const UNKNOWN = new Set(['emulation.setMediaFeaturesOverride']);

/** What a phone has and a computer has not, and what a journey expects of every browser. */
export const FIREFOX_PREFERENCES = {
  'dom.events.testing.asyncClipboard': true,
  'dom.w3c_touch_events.enabled': 1,
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
  'ui.prefersReducedMotion': 1,
  'layout.css.prefers-color-scheme.content-override': 1,
};

const mendCommands = (browser: Browser): void => {
  const kind = Object.getPrototypeOf(insideOf(browser)._browserSession);
  const { send } = kind;
  if (kind.isMended === true) return;
  kind.isMended = true;
  kind.send = function (method: string, params: unknown) {
    return UNKNOWN.has(method) ? Promise.resolve({}) : send.call(this, method, params);
  };
};

type Session = { readonly sessionId: string; send(method: string, params: object): Promise<unknown> };

/** No finger presses again within this time (ms); the app takes two presses within 400 for one that was doubled. */
const BETWEEN_MS = 450;

const lastTaps = new WeakMap<object, number>();
let front: object | undefined;
const open = new Set<Page>();

/** A finger that comes down and goes up, by the browser's own input: Playwright's tap over this protocol does nothing. */
async function tap(this: { readonly _session: Session }, _: unknown, x: number, y: number): Promise<void> {
  // A window that is not in front answers no finger.
  if (front !== this._session)
    await this._session.send('browsingContext.activate', { context: this._session.sessionId });
  front = this._session;
  const rest = (lastTaps.get(this._session) ?? 0) + BETWEEN_MS - Date.now();
  if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  // Where several windows are open, a touch in one that was behind never ends: there it is a mouse.
  const pointerType = open.size > 1 ? 'mouse' : 'touch';
  const finger = { type: 'pointer', id: pointerType, parameters: { pointerType }, actions };
  await this._session.send('input.performActions', { context: this._session.sessionId, actions: [finger] });
  lastTaps.set(this._session, Date.now());
}

const mend = async (page: Page): Promise<Page> => {
  Object.getPrototypeOf(insideOf(page).delegate.rawTouchscreen).tap = tap;
  open.add(page);
  page.on('close', () => open.delete(page));
  mendFill(page);
  await mendDownloads(page);
  return page;
};

/** A Firefox that journeys can be run in: with fingers, and without what it does not know. */
export const mendFirefox = (browser: Browser): Browser => {
  mendCommands(browser);
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async ({ isMobile: _, ...options } = {}) => {
    const context = await newContext(options);
    const newPage = context.newPage.bind(context);
    context.newPage = async () => mend(await newPage());
    return context;
  };
  return browser;
};
