import { afterEach, expect, test } from 'vitest';
import { chooseTheme, keptTheme, showTheme } from '#platform/theme.ts';

const bar = document.head.appendChild(Object.assign(document.createElement('meta'), { name: 'theme-color' }));
bar.media = '(prefers-color-scheme: light)';

afterEach(() => chooseTheme('system'));

test('X14: a chosen theme shows at once, also in the system’s bars, and is kept for the next start', () => {
  chooseTheme('dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(bar.content).toBe('#0c1011');
  expect(keptTheme()).toBe('dark');
});

test('X14: following the system again leaves nothing behind', () => {
  chooseTheme('dark');
  chooseTheme('system');
  expect(document.documentElement.dataset.theme).toBeUndefined();
  expect(bar.content).toBe('#f2f4f3');
  expect(localStorage.getItem('volym.theme')).toBeNull();
  expect(keptTheme()).toBe('system');
});

test('X14: what another program wrote there is the system’s theme', () => {
  localStorage.setItem('volym.theme', 'sepia');
  expect(keptTheme()).toBe('system');
  showTheme(keptTheme());
  expect(document.documentElement.dataset.theme).toBeUndefined();
});
