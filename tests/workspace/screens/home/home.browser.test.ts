import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '#core/day/day.ts';
import { homeRows, type HomeRow } from '#workspace/rules/reminders/home.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { orderWith, recordOf } from '#tests/factories/credit.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { authorizationWith } from '#tests/factories/vip.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { show } from '#tests/ui/show.ts';
import HomeHarness from './HomeHarness.svelte';

const TODAY = '2026-11-20';
const people = [
  recordOf(newPerson('sara', 'Sara Lindholm')),
  recordOf(newPerson('johan', 'Johan Ek')),
];
const due = (id: string, lastDay: string, owner: string) =>
  orderWith([['ready', addDays(lastDay, -90)]], { owner, orderNumber: `4500-${id}` }, id);

const rows = homeRows(
  [
    due('a', '2026-11-12', 'sara'),
    due('b', '2026-12-03', 'johan'),
    due('c', '2026-12-04', 'sara'),
    due('d', '2027-01-14', 'sara'),
  ],
  TODAY,
);

type Given = {
  readonly rows?: readonly HomeRow[];
  readonly hasMore?: boolean;
  readonly onmore?: () => void;
  readonly whole?: boolean;
};
const open = (given: Given = {}) =>
  show(HomeHarness, {
    rows,
    today: TODAY,
    me: 'sara',
    people,
    hasMore: false,
    onmore: () => {},
    hrefOf: ({ record }: HomeRow) => `#${record.id}`,
    ...given,
  });

const links = (): (string | undefined)[] =>
  [...document.querySelectorAll('[data-list] a')].map((link) =>
    link.querySelector('.object')?.textContent.trim(),
  );

beforeEach(async () => {
  inTheme('light');
  await page.viewport(390, 844);
});
afterEach(() => {
  document.documentElement.style.fontSize = '';
});

describe('X1: home', () => {
  test('X1: three sections, the days first, one h1, and nothing that axe finds', async () => {
    open();
    const headings = [...document.querySelectorAll('h1, h2')].map(({ textContent }) => textContent);
    expect(headings).toEqual(['Frister', 'Gör nu', 'Inom 30 dagar', 'Senare']);
    await expect
      .element(page.getByRole('link', { name: /^8 dgr sen Återsänd kredit/ }))
      .toHaveAttribute('href', '#a');
    await expect
      .element(page.getByRole('img', { name: 'Tidslinje: 4 frister, 1 försenad, 2 inom 30 dagar' }))
      .toBeVisible();
    expect(await faults()).toEqual([]);
  });

  test('C3, X1: that an authorization expired today has its place before the title', async () => {
    const time = timeIn('Europe/Stockholm', '2026-12-28T08:00:00Z');
    open({ rows: homeRows([authorizationWith({ createdOn: '2026-12-20', days: 7 })], time) });
    await expect
      .element(page.getByRole('link', { name: /^Utgången Auktoriseringen/ }))
      .toBeVisible();
    // Another font is wider, for as long as ours is on its way.
    await document.fonts.ready;
    const [word, title] = ['.numeral', '.title'].map((part) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(`[data-list] ${part}`)!);
      return range.getBoundingClientRect();
    });
    expect(word!.left).toBeGreaterThanOrEqual(0);
    expect(title!.left - word!.right).toBeGreaterThanOrEqual(4);
  });

  test('X1: what has no day has no place on the tape, and is not counted in its name', async () => {
    const [first] = rows;
    if (first === undefined) throw new Error('no rows');
    const { days: _none, ...dayless } = first;
    open({ rows: [...rows.slice(1), { ...dayless, id: 'apps', urgency: 'late' } as HomeRow] });
    await expect
      .element(
        page.getByRole('img', { name: 'Tidslinje: 3 frister, 0 försenade, 2 inom 30 dagar' }),
      )
      .toBeVisible();
    expect(document.querySelectorAll('.tape button')).toHaveLength(2);
  });

  test('X1: filters by owner with counts', async () => {
    open();
    await page.getByRole('radio', { name: 'Mina 3' }).click({ force: true });
    expect(links()).toEqual(['4500-a ·', '4500-c ·', '4500-d ·']);
    await page.getByRole('radio', { name: 'Johan Ek 1' }).click({ force: true });
    expect(links()).toEqual(['4500-b ·']);
  });

  test('X1: a press on a peg brings its row', async () => {
    open();
    const pegs = document.querySelectorAll<HTMLElement>('.tape button');
    expect(pegs).toHaveLength(3);
    pegs[1]?.click();
    expect(document.activeElement?.id).toBe(rows[1] && `due-${rows[1].id}`);
  });

  test('X14: arrows walk through the rows', async () => {
    open();
    document.querySelector<HTMLElement>('[data-list] a')?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.getAttribute('href')).toBe('#c');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(document.activeElement?.getAttribute('href')).toBe('#a');
  });

  describe('X6: a long list', () => {
    const many = homeRows(
      Array.from({ length: 100 }, (_, at) => due(`n${at}`, addDays(TODAY, at), 'sara')),
      TODAY,
    );

    test('X6: what the screen holds is drawn first, and then all of it', async () => {
      open({ rows: many, hasMore: true });
      expect(links()).toHaveLength(13);
      expect(document.querySelector('.more')).toBeNull();
      await expect
        .poll(links)
        .toEqual(many.map(({ record }) => `${record.id.replace(/^n/, '4500-n')} ·`));
      await expect.element(page.getByRole('button', { name: 'Visa fler' })).toBeVisible();
    });

    test('X6: it is drawn whole where the page is about to be scrolled', () => {
      open({ rows: many, whole: true });
      expect(links()).toHaveLength(100);
    });
  });

  test('X1: more than are read at once come by "Visa fler"', async () => {
    const onmore = vi.fn();
    open({ hasMore: true, onmore });
    await expect.element(page.getByRole('radio', { name: 'Alla 4+' })).toBeChecked();
    await page.getByRole('button', { name: 'Visa fler' }).click();
    expect(onmore).toHaveBeenCalledOnce();
  });

  test.each([390, 320])(
    'X14: at twice the text size nothing of a row is cut, %i px wide',
    async (width) => {
      document.documentElement.style.fontSize = '32px';
      await page.viewport(width, 844);
      open();
      await document.fonts.ready;
      const cut = [
        ...document.querySelectorAll<HTMLElement>('[data-list] a, [data-list] a *:not(svg *)'),
      ].filter(
        (part) =>
          part.getBoundingClientRect().right > width - 16 ||
          (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0),
      );
      expect(cut.map(({ className, textContent }) => `${className}: ${textContent}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBe(width);
    },
  );
});
