import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CameFrom } from '#ui/shell/came-from.svelte.ts';
import { openedAt, type Place } from '#ui/shell/opened-at.ts';

const at = (path: string, params: Record<string, string> = {}): Place => ({
  url: new URL(path, 'https://volym.example'),
  params,
});
const HOME = { href: '/deadlines', label: 'Frister' };
const home = at('/deadlines');
const customer = at('/vip/c1/renewal', { customer: 'c1' });

let here = home;
let cameFrom = new CameFrom(() => here);
let back: readonly (number | undefined)[] = [];

const go = (to: Place, type: string, place?: typeof HOME, delta?: number): void => {
  cameFrom.move({ type, to, ...(delta === undefined ? {} : { delta }) }, place);
  here = to;
};

beforeEach(() => {
  here = home;
  cameFrom = new CameFrom(() => here);
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
    go(customer, 'link', HOME);
    expect(cameFrom.way).toMatchObject(HOME);
    go(at('/vip/c1/history', { customer: 'c1' }), 'link');
    expect(cameFrom.way).toMatchObject(HOME);
    expect(cameFrom.leave()).toBe(true);
    expect(back).toEqual([-2]);
    go(home, 'popstate', undefined, -2);
    expect(cameFrom.way).toBeUndefined();
    expect(cameFrom.takeLeft()).toEqual({ opened: 'c1', row: 'due-c1.renewal' });
    expect(cameFrom.takeLeft()).toBeUndefined();
    go(customer, 'popstate', undefined, 1);
    expect(cameFrom.leave()).toBe(true);
    expect(back).toEqual([-2, -1]);
  });

  test('X14: is the list of its programme where it was opened there, or by its address', () => {
    here = customer;
    expect(cameFrom.way).toBeUndefined();
    expect(cameFrom.leave()).toBe(false);
    expect(cameFrom.takeLeft()).toEqual({ opened: 'c1', row: '' });
    go(home, 'link');
    go(customer, 'link', HOME);
    go(at('/vip'), 'link');
    go(customer, 'link', { href: '/vip', label: 'VIP' });
    expect(cameFrom.way).toBeUndefined();
    expect(back).toEqual([]);
  });

  test('X14: beside the list of home it is that list, and a form is left by its own ways', () => {
    go(customer, 'link', HOME);
    go(home, 'popstate', undefined, -1);
    go(at('/deadlines?record=c1'), 'link', HOME);
    expect(cameFrom.way).toBeUndefined();
    go(at('/credit/new'), 'goto', HOME);
    expect(cameFrom.way).toBeUndefined();
  });

  test('X14: goes by the link where the steps are not known', () => {
    go(customer, 'link', HOME);
    go(at('/vip/c1', { customer: 'c1' }), 'goto');
    expect(cameFrom.way).toMatchObject(HOME);
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
  expect(openedAt(at(path, params))).toBe(opened);
});
