import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettings, type Settings } from '#data/device/settings.ts';
import { showTheme } from '#platform/browser/theme.ts';
import appPage from '../../../src/app.html?raw';
import tokens from '#ui/tokens.css?raw';

const root = document.documentElement;
const bar = document.head.appendChild(
  Object.assign(document.createElement('meta'), { name: 'theme-color' }),
);
bar.media = '(prefers-color-scheme: light)';
let settings: Settings;

beforeEach(() => (settings = openSettings()));
afterEach(() => {
  showTheme('');
  settings.close();
  localStorage.clear();
});

/** Runs the file that app.html names before anything else. */
const start = (files: Record<string, string> = {}): Promise<unknown> => {
  const script = Object.assign(document.createElement('script'), {
    src: `/theme.js?${performance.now()}`,
  });
  Object.assign(script.dataset, files);
  const done = new Promise((loaded) => script.addEventListener('load', loaded));
  document.head.append(script);
  return done;
};

test('X14: the theme chosen in the settings is there before the app has started', async () => {
  settings.change({ theme: 'dark' });
  await start();
  expect(root.dataset.theme).toBe('dark');
});

test('X14: without a choice, or with one that cannot be read, the system’s theme counts', async () => {
  settings.change({ language: 'en' });
  await start();
  expect(root.dataset.theme).toBeUndefined();
  localStorage.setItem('volym-settings', 'not json');
  await start();
  expect(root.dataset.theme).toBeUndefined();
});

test('X6: the files of the first screen are asked for at once: home where there is a workspace, else the first start', async () => {
  const asked = () =>
    [...document.head.querySelectorAll('link[href*=ahead]')].map((link) =>
      link.getAttribute('href'),
    );
  const lists = { homeSv: '/ahead/home.js /ahead/sv.js', homeEn: '/ahead/en.js' };
  const files = {
    ...lists,
    startSv: '/ahead/start.js /ahead/start.css',
    startEn: '/ahead/start-en.js',
  };
  settings.change({ language: 'sv' });
  await start(files);
  expect(asked()).toEqual(['/ahead/start.js', '/ahead/start.css']);
  settings.change({ workspace: 'w1' });
  await start(files);
  expect(asked().slice(2)).toEqual(['/ahead/home.js', '/ahead/sv.js']);
  settings.change({ language: 'en' });
  await start(files);
  expect(asked().slice(4)).toEqual(['/ahead/en.js']);
});

test('X14: a theme shows in the system’s bars, too, and leaves nothing behind', () => {
  showTheme('dark');
  expect([root.dataset.theme, bar.content]).toEqual(['dark', '#0c1011']);
  showTheme('');
  expect([root.dataset.theme, bar.content]).toEqual([undefined, '#f2f4f3']);
});

test('X14: the first paint has the canvas of tokens.css, in both themes', () => {
  const [light = '', dark = ''] = [...tokens.matchAll(/--canvas: (#[0-9a-f]{6})/g)].map(
    ([, colour]) => colour,
  );
  const painted = [...appPage.matchAll(/background: (#[0-9a-f]{6})/g)].map(([, colour]) => colour);
  const bars = [...appPage.matchAll(/name="theme-color" content="(#[0-9a-f]{6})"/g)].map(
    ([, colour]) => colour,
  );
  expect(painted).toEqual([light, dark, dark]);
  expect(bars).toEqual([light, dark]);
});
