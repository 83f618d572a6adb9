import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CameFrom } from '#ui/shell/came-from.svelte.ts';
import { openedAt, type Place } from '#ui/shell/opened-at.ts';

const place = (path: string, params: Record<string, string> = {}): Place => ({
  url: new URL(path, 'https://volym.example'),
  params,
});
const HOME = { href: '/deadlines', label: 'Frister' };
const home = place('/deadlines');
const customer = place('/vip/c1/renewal', { customer: 'c1' });

let here = home;
let cameFrom = new CameFrom(() => here);
let entries: readonly string[] = [];
let at = 0;
let back: readonly (number | undefined)[] = [];

/**
 * A step as the browser and the router make it: one to the address that is open already takes its
 * place.
 */
const step = (to: Place, type: string, from?: typeof HOME, delta = 0): void => {
  const isAnother = to.url.href !== here.url.href;
  if (type === 'popstate') at += delta;
  else if (isAnother) entries = [...entries.slice(0, (at += 1)), to.url.pathname];
  cameFrom.move({ type, to }, from);
  here = to;
};

beforeEach(() => {
  here = home;
  entries = [home.url.pathname];
  at = 0;
  cameFrom = new CameFrom(
    () => here,
    () => entries.slice(0, at).reverse(),
  );
  back = [];
  vi.spyOn(history, 'go').mockImplementation((steps) => void (back = [...back, steps]));
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('X14: the way back of a record', () => {
  test('X14: is to home where it was opened from home, by as many steps as were made since, with the row that was pressed', () => {
    const row = document.body.appendChild(document.createElement('a'));
    Object.assign(row, { id: 'due-c1.renewal', href: '#' });
    row.focus();
    step(customer, 'link', HOME);
    expect(cameFrom.way).toMatchObject(HOME);
    step(place('/vip/c1/history', { customer: 'c1' }), 'link');
    expect(cameFrom.way).toMatchObject(HOME);
    expect(cameFrom.leave()).toBe(true);
    expect(back).toEqual([-2]);
    step(home, 'popstate', undefined, -2);
    expect(cameFrom.way).toBeUndefined();
    expect(cameFrom.takeLeft()).toEqual({ opened: 'c1', row: 'due-c1.renewal' });
    expect(cameFrom.takeLeft()).toBeUndefined();
    step(customer, 'popstate', undefined, 1);
    expect(cameFrom.leave()).toBe(true);
    expect(back).toEqual([-2, -1]);
  });

  test('X14: is the list of its programme where it was opened there, or by its address', () => {
    here = customer;
    expect(cameFrom.way).toBeUndefined();
    expect(cameFrom.leave()).toBe(false);
    expect(cameFrom.takeLeft()).toEqual({ opened: 'c1', row: '' });
    step(home, 'link');
    step(customer, 'link', HOME);
    step(place('/vip'), 'link');
    step(customer, 'link', { href: '/vip', label: 'VIP' });
    expect(cameFrom.way).toBeUndefined();
    expect(back).toEqual([]);
  });

  test('X14: beside the list of home it is that list, and a form is left by its own ways', () => {
    step(customer, 'link', HOME);
    step(home, 'popstate', undefined, -1);
    step(place('/deadlines?record=c1'), 'link', HOME);
    expect(cameFrom.way).toBeUndefined();
    step(place('/credit/new'), 'goto', HOME);
    expect(cameFrom.way).toBeUndefined();
  });

  test('X14: a second press while it goes back goes no further, and after the next step it goes again', () => {
    step(customer, 'link', HOME);
    expect(cameFrom.leave()).toBe(true);
    expect(cameFrom.leave()).toBe(true);
    cameFrom.go();
    expect(back).toEqual([-1]);
    // The browser is there, the screen is not drawn yet.
    at = 0;
    expect(cameFrom.leave()).toBe(true);
    expect(back).toEqual([-1]);
    step(home, 'popstate');
    step(customer, 'popstate', undefined, 1);
    expect(cameFrom.leave()).toBe(true);
    expect(back).toEqual([-1, -1]);
  });

  test('X14: the row that is open pressed again is no step', () => {
    step(customer, 'link', HOME);
    step(customer, 'link');
    step(customer, 'link');
    expect(cameFrom.leave()).toBe(true);
    expect(back).toEqual([-1]);
  });

  test('X14: a step that replaces another one, or comes beside it, is found in the list of the browser', () => {
    step(customer, 'link', HOME);
    // A part that takes the place of the last one, and a sheet that the router does not tell of.
    cameFrom.move({ type: 'goto', to: place('/vip/c1', { customer: 'c1' }) }, undefined);
    entries = [...entries, '/vip/c1'];
    at = 2;
    expect(cameFrom.leave()).toBe(true);
    expect(back).toEqual([-2]);
  });

  test('X14: follows the link where the place is not behind in the app, or the browser does not tell', () => {
    step(customer, 'link', HOME);
    entries = [customer.url.pathname];
    at = 0;
    expect(cameFrom.way).toMatchObject(HOME);
    expect(cameFrom.leave()).toBe(false);
    expect(cameFrom.leave()).toBe(false);
    expect(back).toEqual([]);
  });
});

test.each([
  ['/deadlines', {}, ''],
  ['/deadlines?record=a', {}, 'a'],
  ['/renewals?customer=b', {}, 'b'],
  ['/credit/c/codes', { order: 'c' }, 'c'],
  ['/apps/new', {}, '/apps/new'],
])('X14: %s opens what its route reads of it', (path, params, opened) => {
  expect(openedAt(place(path, params))).toBe(opened);
});
