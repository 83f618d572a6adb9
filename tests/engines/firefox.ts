import type { Browser, Page } from '@playwright/test';
import { mendDownloads } from './downloads.ts';
import { pace, type Touchscreen } from '../journeys/finger-pace.ts';
import { insideOf } from './inside.ts';

/**
 * Commands that this Firefox does not know. What they would set is set for all of the browser by
 * its preferences.
 */
const UNKNOWN = new Set(['emulation.setMediaFeaturesOverride']);

/** What a phone has and a computer has not, and what a journey expects of every browser. */
export const FIREFOX_PREFERENCES = {
  'dom.events.testing.asyncClipboard': true,
  // Firefox throws away what comes in the first frames of a page; a robot's finger is there before
  // them.
  'dom.input_events.security.minNumTicks': 0,
  'dom.input_events.security.minTimeElapsedInMS': 0,
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

type Session = {
  readonly sessionId: string;
  send(method: string, params: object): Promise<unknown>;
};

let front: object | undefined;

/**
 * A window that is behind another has no focus, and what is left there does not tell that it
 * changed.
 */
const toFront = async (session: Session): Promise<void> => {
  if (front === session) return;
  front = session;
  await session.send('browsingContext.activate', { context: session.sessionId });
};

/**
 * A finger that comes down and goes up, by the browser's own input: Playwright's tap over this
 * protocol does nothing.
 */
async function tap(
  this: { readonly _session: Session },
  _: unknown,
  x: number,
  y: number,
): Promise<void> {
  await toFront(this._session);
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
  await this._session.send('input.performActions', {
    context: this._session.sessionId,
    actions: [finger],
  });
}

/**
 * Text goes in as a hand enters it. Playwright sets it by script over this protocol: the field
 * fires no change when it is left, and in fields of numbers the text lands behind what
 * was there.
 */
const mendTyping = (page: Page): void => {
  const inside = insideOf(page);
  const { rawKeyboard: keyboard, _session: session } = inside.delegate;
  const keydown = keyboard.keydown.bind(keyboard);
  keyboard.keydown = async (...given: unknown[]) => {
    await toFront(session);
    await keydown(...given);
  };
  keyboard.sendText = async (_: unknown, text: string) => {
    await toFront(session);
    const context = await inside.mainFrame().mainContext();
    await context.evaluate((text: string) => document.execCommand('insertText', false, text), text);
  };
};

const mend = async (page: Page): Promise<Page> => {
  const kind: Touchscreen = Object.getPrototypeOf(insideOf(page).delegate.rawTouchscreen);
  if (kind.isPaced !== true) Object.assign(kind, { tap });
  pace(kind);
  // One that opens is in front, and one that closes leaves it to another.
  front = undefined;
  page.on('close', () => (front = undefined));
  mendTyping(page);
  await mendDownloads(page);
  return page;
};

/**
 * A Firefox that journeys can be run in: with fingers, and without what it does not know. It does
 * not tell of requests, which took a fifth of its first process: what counts them is left out.
 */
export const mendFirefox = async (browser: Browser): Promise<Browser> => {
  mendCommands(browser);
  await insideOf(browser)._browserSession.send('session.unsubscribe', { events: ['network'] });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async ({ isMobile: _, ...options } = {}) => {
    const context = await newContext(options);
    const newPage = context.newPage.bind(context);
    context.newPage = async () => mend(await newPage());
    return context;
  };
  return browser;
};
