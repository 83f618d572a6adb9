import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sayTitle } from '#ui/shell/say-title.ts';

const LEFT = 'Ny order · Volym';
const CAME = '25 000 kr · Volym';

const announced = (): string =>
  document.querySelector('#svelte-announcer')?.textContent.trim() ?? '';
/** As the router draws it: the title between the marks of a block. */
const announce = (title: string): void => {
  const sayer = document.body.appendChild(document.createElement('div'));
  sayer.id = 'svelte-announcer';
  sayer.append(document.createComment(''), title, document.createComment(''));
};

beforeEach(() => {
  document.title = LEFT;
  announce(LEFT);
});
afterEach(() => document.body.replaceChildren());

describe('X14: what is announced of a new screen', () => {
  test('X14: a title that comes later is announced then, and that of the page that was left is taken back', async () => {
    sayTitle(LEFT);
    expect(announced()).toBe('');
    document.title = CAME;
    await expect.poll(announced).toBe(CAME);
  });

  test('X14: a title that is there already is announced at once', () => {
    document.title = CAME;
    sayTitle(LEFT);
    expect(announced()).toBe(CAME);
  });

  test('X14: a screen with the same title as the last is announced, too', async () => {
    sayTitle(LEFT);
    await expect.poll(announced, { timeout: 60_000 }).toBe(LEFT);
  });

  test('X14: a screen that was left before it was announced is not announced', async () => {
    sayTitle(LEFT);
    document.title = CAME;
    sayTitle(LEFT);
    expect(announced()).toBe(CAME);
    await new Promise(requestAnimationFrame);
    expect(announced()).toBe(CAME);
  });
});
