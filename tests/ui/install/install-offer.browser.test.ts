import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettings, type Settings } from '#data/device/settings.ts';
import { isSafariOnPhoneOrPad } from '#platform/browser/install.ts';
import { InstallOffer } from '#ui/install/install-offer.svelte.ts';

const HOUR = 60 * 60 * 1000;
let now: number;
let settings: Settings;
let ends: (() => void)[];

beforeEach(() => {
  localStorage.clear();
  now = 1_000 * HOUR;
  ends = [];
  settings = openSettings();
});
afterEach(() => {
  ends.forEach((end) => end());
  settings.close();
  localStorage.clear();
});

const visit = (): InstallOffer => {
  const offer = new InstallOffer(settings, { now: () => now });
  ends.push(offer.start());
  return offer;
};

/** Chromium's event as it comes from the browser; a page cannot make the browser send one. */
const browserOffers = (): { readonly event: Event; asked: number } => {
  const seen = { event: new Event('beforeinstallprompt', { cancelable: true }), asked: 0 };
  const prompt = async (): Promise<void> => void (seen.asked += 1);
  window.dispatchEvent(Object.assign(seen.event, { prompt }));
  return seen;
};

test('X7: the hint comes with the third visit; a reload is no visit', () => {
  for (const hours of [0, 0.1, 0.4, 5]) {
    now += hours * HOUR;
    visit();
    browserOffers();
  }
  expect(settings.current.installHint.visits).toBe(2);
  now += HOUR;
  const offer = visit();
  expect(offer.isDue).toBe(false);
  browserOffers();
  expect(offer.isDue).toBe(true);
});

test('X7: the first reminder brings the hint on the first visit', () => {
  const offer = visit();
  browserOffers();
  expect(offer.isDue).toBe(false);
  offer.noteReminder();
  expect(offer.isDue).toBe(true);
});

test('X7: closed once, the hint stays away, and settings can still offer it', () => {
  const offer = visit();
  offer.noteReminder();
  browserOffers();
  offer.close();
  expect(offer.isDue).toBe(false);
  now += 100 * HOUR;
  const next = visit();
  browserOffers();
  expect([next.isDue, next.way]).toEqual([false, 'browser']);
});

test('X7: the browser’s own question is asked once for each offer, and its own banner is held back', async () => {
  const offer = visit();
  const seen = browserOffers();
  expect(seen.event.defaultPrevented).toBe(true);
  expect(offer.way).toBe('browser');
  await offer.install();
  await offer.install();
  expect(seen.asked).toBe(1);
  expect(offer.way).toBe('none');
});

test('X7: nothing is offered once the app is installed', () => {
  const offer = visit();
  offer.noteReminder();
  browserOffers();
  expect(offer.isInstalled).toBe(false);
  window.dispatchEvent(new Event('appinstalled'));
  expect([offer.way, offer.isDue, offer.isInstalled]).toEqual(['none', false, true]);
});

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit}`;
const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit}`;
test.each([
  ['Safari on iPhone', `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, 5, true],
  ['Safari on iPad', `${mac} Version/18.5 Safari/605.1.15`, 5, true],
  ['Safari on a Mac', `${mac} Version/18.5 Safari/605.1.15`, 0, false],
  ['Chrome on iPhone', `${iphone} CriOS/137.0 Mobile/15E148 Safari/604.1`, 5, false],
  ['Firefox on iPhone', `${iphone} FxiOS/139.0 Mobile/15E148 Safari/605.1.15`, 5, false],
  ['a page inside another app', `${iphone} Mobile/15E148`, 5, false],
  [
    'Chrome on Android',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36',
    5,
    false,
  ],
])(
  'X7: steps by hand are for Safari on iPhone and iPad: %s',
  (_, userAgent, touchPoints, expected) => {
    expect(isSafariOnPhoneOrPad({ userAgent, touchPoints })).toBe(expected);
  },
);
