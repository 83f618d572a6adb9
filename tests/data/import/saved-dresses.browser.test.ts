import { beforeEach, expect, test } from 'vitest';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Gap } from '#core/import/shelf.ts';
import { openSheet } from '#data/import/read/sheet-reader.ts';
import { DRESSES } from '#tests/factories/answer-dresses.ts';
import { listFixtures, listsIn } from '#tests/factories/lists-in-browser.ts';
import { closedWithTest } from '#tests/factories/opened-files.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof listsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = listsIn(world);
});

const SAVED = ['client-config', 'users', 'assets-0', 'assets-1', 'assets-2'];
const saved = () => listFixtures(...SAVED.map((name) => `saved/${name}.json`));

/** One of each way; all of them are read in saved-answers.test.ts. */
const WORN = ['one a line', 'in a list', 'with the headers of moved addresses', 'packed'] as const;

const gapsOf = async (...files: readonly File[]): Promise<readonly Gap[]> => {
  const opened = await openSheet(files);
  if (!opened.ok) throw new Error(opened.problem.code);
  closedWithTest(opened.value);
  return opened.value.gaps;
};

test('B7: pages that were saved in one file bring what they bring one by one, however it was written, and change nothing after that', async () => {
  const apart = await saved();
  const texts = await Promise.all(apart.map((file) => file.text()));
  const alone = await hands.tryOut(apart);
  expect(alone.plan.counts.new).toBeGreaterThan(5);
  const dressed = await Promise.all(
    WORN.map(async (name) => new File([await DRESSES[name](texts)], 'saved')),
  );
  for (const file of dressed) {
    expect(await gapsOf(file)).toEqual([{ code: 'moment-unsaid', params: { count: 3 } }]);
    expect((await hands.tryOut([file])).plan.counts).toEqual(alone.plan.counts);
  }
  await hands.tap(await hands.tryOut([dressed[0]!]));
  const before = await world.dump();
  for (const file of dressed) {
    const { counts } = (await hands.tryOut([file])).plan;
    expect(counts).toMatchObject({ new: 0, changed: 0, unreadable: 0 });
  }
  expect(await world.dump()).toBe(before);
});

const page = (list: string, index: number, totalPages: number, versionId = 'v1') => ({
  [list]: [],
  uId: '2049000000000901',
  currentPageIndex: index,
  totalPages,
  versionId,
});
const json = (name: string, ...bodies: readonly object[]): File =>
  new File([bodies.map((body) => JSON.stringify(body)).join('\n')], name);

const held = (clientUserId: string) => ({
  adamId: '900000000001',
  pricingParam: 'STDQ',
  clientUserId,
});
const assignments = (...users: readonly string[]) => ({
  ...page('assignments', 0, 1),
  assignments: users.map(held),
});

test('B7: a file that was cut frees no licence, whatever its whole pages say of themselves', async () => {
  const [config] = await listFixtures('saved/client-config.json');
  await hands.bring([config!, json('all.json', assignments('u-1', 'u-2'))]);
  const fewer = JSON.stringify(assignments('u-1'));
  const whole = await hands.tryOut([config!, new File([fewer], 'fewer.json')]);
  expect(whole.plan.gone).toHaveLength(1);
  const cut = new File([`${fewer}\n{"users": [{"cli`], 'fewer.json');
  expect((await hands.tryOut([config!, cut])).plan.gone).toEqual([]);
  expect(await gapsOf(config!, cut)).toEqual([{ code: 'cut-off', params: { name: 'fewer.json' } }]);
});

test('B7: pages that are missing are counted, and a list that changed meanwhile says so', async () => {
  expect(
    await gapsOf(json('a.json', page('assets', 0, 4), page('assets', 2, 4), page('users', 0, 1))),
  ).toEqual([
    { code: 'moment-unsaid', params: { count: 2 } },
    { code: 'pages-missing', params: { list: 'assets', missing: 2, pages: 4 } },
  ]);
  expect(await gapsOf(json('a.json', page('users', 0, 2), page('users', 1, 2, 'v2')))).toEqual([
    { code: 'changed-between-pages', params: { list: 'users' } },
  ]);
});

test('B7: a saved answer with its headers says when its numbers were true; an older one changes nothing', async () => {
  const [config, , assets] = await listFixtures(
    ...['client-config', 'users', 'assets-0'].map((name) => `saved/${name}.json`),
  );
  const body = await assets!.text();
  const given = (date: string): File =>
    new File([`HTTP/2 200\r\nDate: ${date}\r\n\r\n${body}`], 'assets.txt');
  const later = given('Tue, 03 Nov 2026 10:20:30 GMT');
  expect((await gapsOf(config!, later)).map(({ code }) => code)).not.toContain('moment-unsaid');
  await hands.bring([config!, later]);
  const apps = (await world.records.find({ kind: 'volume-app' })) as VolumeApp[];
  expect(new Set(apps.map(({ data }) => data.said?.asOf))).toEqual(
    new Set(['2026-11-03T10:20:30Z']),
  );
  const { rows } = (await hands.tryOut([config!, given('Mon, 02 Nov 2026 10:20:30 GMT')])).plan;
  expect(rows.flatMap(({ why }) => why?.code ?? [])).toContain('older-than-known');
});

test('B9: a list of Graph with a next page says that more is missing', async () => {
  const [list] = await listFixtures('graph-ios-vpp-apps.json');
  expect(await gapsOf(list!)).toEqual([]);
  const more = JSON.parse(await list!.text()) as object;
  const link = { '@odata.nextLink': 'https://graph.microsoft.com/v1.0/x?$skiptoken=1' };
  expect(await gapsOf(json('apps.json', { ...more, ...link }))).toEqual([
    { code: 'more-pages', params: { name: 'apps.json' } },
  ]);
});
