import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { destinationsFor, isAt } from '#workspace/screens/frame/destinations.ts';
import { keyReader, type KeyWish } from '#workspace/screens/frame/window-keys.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const { tabs, groups, foot } = destinationsFor(shellTexts().shell, ['apple-credit']);
const places = [...tabs, ...groups.flatMap((group) => group.places), ...foot];

let wishes: KeyWish[] = [];
let pathname = '/deadlines';
let read: ReturnType<typeof keyReader> = keyReader(
  () => places,
  () => pathname,
);
/**
 * When the last key was pressed, as the events tell it (ms): a busy machine may take seconds from
 * one key to the next.
 */
let pressedAt = 0;
/** How long after the one before each key is pressed (ms). */
let apart = 100;
const listen = (event: KeyboardEvent): void => {
  pressedAt += apart;
  Object.defineProperty(event, 'timeStamp', { value: pressedAt });
  const wish = read(event);
  if (wish !== undefined) wishes.push(wish);
};

beforeEach(() => {
  wishes = [];
  apart = 100;
  pathname = '/deadlines';
  read = keyReader(
    () => places,
    () => pathname,
  );
  addEventListener('keydown', listen);
});
afterEach(() => {
  removeEventListener('keydown', listen);
  document.body.replaceChildren();
});

describe('X14: keys of the whole window', () => {
  test('X14: n is new, g and a letter goes, an arrow enters the list', async () => {
    await userEvent.keyboard('ngdgkgigm{ArrowDown}');
    expect(wishes.map((wish) => (wish?.kind === 'go' ? wish.href : wish?.kind))).toEqual([
      '/credit/new',
      '/deadlines',
      '/credit',
      '/import',
      '/more',
      'list',
    ]);
  });

  test('X14: a letter long after g goes nowhere', async () => {
    apart = 10_000;
    await userEvent.keyboard('gk');
    expect(wishes).toEqual([]);
  });

  test.each([
    ['/apps', '/apps/new'],
    ['/apps/0198', '/apps/new'],
    ['/tokens', '/tokens/new'],
    ['/credit', '/credit/new'],
    ['/vip', '/vip/new'],
    ['/vip/0198/history', '/vip/new'],
    ['/renewals', '/vip/new'],
    ['/import', '/credit/new'],
    ['/deadlines', '/credit/new'],
  ])('X14: at %s n leads to %s', async (at, href) => {
    pathname = at;
    await userEvent.keyboard('n');
    expect(wishes).toEqual([{ kind: 'go', href }]);
  });

  test.each([
    [['adobe-vip'], '/vip/new'],
    [['apple-licences'], '/tokens/new'],
    [[], '/credit/new'],
  ] as const)(
    'X14: at home n makes what the one programme of %o is about',
    async (programmes, href) => {
      read = keyReader(
        () => places,
        () => pathname,
        () => programmes,
      );
      pathname = '/deadlines';
      await userEvent.keyboard('n');
      expect(wishes).toEqual([{ kind: 'go', href }]);
    },
  );

  test('X14: at home n asks what to add where there are several programmes, and under one of them it does not', async () => {
    read = keyReader(
      () => places,
      () => pathname,
      () => ['apple-credit', 'apple-licences', 'adobe-vip'],
    );
    await userEvent.keyboard('n');
    pathname = '/import';
    await userEvent.keyboard('n');
    pathname = '/tokens';
    await userEvent.keyboard('n');
    expect(wishes).toEqual([
      { kind: 'make' },
      { kind: 'make' },
      { kind: 'go', href: '/tokens/new' },
    ]);
  });

  test.each([
    ['/deadlines', ['apple-credit']],
    ['/deadlines', ['apple-credit', 'adobe-vip']],
    ['/credit', ['apple-credit', 'adobe-vip']],
  ] as const)(
    'X14: on a device that may only read n makes nothing at %s of %o',
    async (at, programmes) => {
      read = keyReader(
        () => places,
        () => pathname,
        () => programmes,
        () => false,
      );
      pathname = at;
      await userEvent.keyboard('n?');
      expect(wishes).toEqual([{ kind: 'help' }]);
    },
  );

  test('X14: among people, who are added by a sheet, n makes nothing; ? and Escape ask for the keys and the way back', async () => {
    pathname = '/apps/users';
    await userEvent.keyboard('n?{Escape}');
    expect(wishes).toEqual([{ kind: 'help' }, { kind: 'back' }]);
  });

  test('X14: over an open sheet no key is read, also where the focus in it was lost', async () => {
    const sheet = document.body.appendChild(document.createElement('dialog'));
    sheet.showModal();
    sheet.blur();
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('n?{Escape}');
    expect(wishes).toEqual([]);
  });

  test('X14: from the heading of a screen that came an arrow enters the list, from another control it does not', async () => {
    const heading = document.body.appendChild(document.createElement('h1'));
    heading.tabIndex = -1;
    heading.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(wishes).toEqual([{ kind: 'list' }]);
    document.body.appendChild(document.createElement('button')).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(wishes).toHaveLength(1);
  });

  test('X14: a letter that leads nowhere, or one with Ctrl, does nothing', async () => {
    await userEvent.keyboard('gx{Control>}n{/Control}');
    expect(wishes).toEqual([]);
  });

  test('X14: typing in a field is typing', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await userEvent.keyboard('ngd');
    expect(wishes).toEqual([]);
    expect(field.value).toBe('ngd');
  });
});

describe('X15: the frame shows only what is looked after', () => {
  test('X15: without a programme its place is away', () => {
    const none = destinationsFor(shellTexts().shell, []);
    expect(none.tabs.map(({ id }) => id)).toEqual(['deadlines', 'more']);
    expect(none.groups.flatMap((group) => group.places.map(({ id }) => id))).toEqual([
      'deadlines',
      'import',
      'safety',
    ]);
  });

  test.each([
    ['/deadlines', 'deadlines'],
    ['/credit/0198/codes', 'credit'],
    ['/import/run', 'more'],
    ['/settings', 'more'],
    ['/creditors', undefined],
  ])('X15: %s lights %s', (pathname, id) => {
    expect(tabs.find((place) => isAt(place, pathname))?.id).toBe(id);
  });
});
