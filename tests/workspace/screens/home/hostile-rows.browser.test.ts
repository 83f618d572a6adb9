import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addDays } from '#core/day/day.ts';
import { homeRows, type HomeRow } from '#workspace/rules/reminders/home.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { addressOf } from '#workspace/screens/record-address.ts';
import { orderWith, recordOf } from '#tests/factories/credit.ts';
import { show } from '#tests/ui/show.ts';
import HomeHarness from './HomeHarness.svelte';

const TODAY = '2026-11-20';

/** Markup that runs as soon as it is in a page. */
const MARKUP = [
  '<img src=x onerror="globalThis.ran=1">',
  '</a></ul><script>globalThis.ran=1</script>',
  '<svg onload="globalThis.ran=1">',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<form id=forms><input name=body></form>',
  '{@html globalThis.ran=1}',
];

/** Ids that the door takes, and by which the page has something too. */
const IDS = ['forms', 'location', 'cookie', 'body', 'defaultView', 'name'];

test('X9: names with markup are shown as written, and records called like parts of the page do not replace them', async () => {
  const owners = MARKUP.map((name, at) => recordOf(newPerson(`person-${at}`, name)));
  const orders = IDS.map((id, at) =>
    orderWith(
      [['ready', addDays(TODAY, -at - 30)]],
      { owner: `person-${at}`, orderNumber: MARKUP[at] ?? '', institution: MARKUP[at] ?? '' },
      id,
    ),
  );
  show(HomeHarness, {
    rows: homeRows(orders, TODAY),
    today: TODAY,
    me: 'person-0',
    people: owners,
    hasMore: false,
    onmore: () => {},
    hrefOf: ({ record }: HomeRow) => addressOf(record),
  });
  await expect.element(page.getByRole('heading', { name: 'Frister' })).toBeVisible();
  const names = [...document.querySelectorAll('[data-list] .object')].map(({ textContent }) =>
    textContent.replace(/ ·\s*$/, ''),
  );
  expect(names.sort()).toEqual(MARKUP.toSorted());
  expect(
    document.querySelectorAll(
      'main :is(script, iframe, form, input[name=body], [onerror], [onload])',
    ),
  ).toHaveLength(0);
  expect('ran' in globalThis).toBe(false);
  expect(document.forms).toBeInstanceOf(HTMLCollection);
  expect([document.location, document.defaultView, document.body.tagName]).toEqual([
    location,
    window,
    'BODY',
  ]);
  for (const id of IDS) expect(document.getElementById(id)).toBeNull();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-list] a'))
    expect([link.origin, IDS.some((id) => link.pathname.endsWith(`/credit/${id}`))]).toEqual([
      location.origin,
      true,
    ]);
});
