import { describe, expect, test } from 'vitest';
import { giveLicences } from '#programmes/apple-licences/rules/app/app-commands.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import { homeRows, type HomeRow } from '#workspace/rules/reminders/home.ts';
import { appWith } from '#tests/factories/apps.ts';
import { orderWith } from '#tests/factories/credit.ts';
import type { App } from '#ui/app.svelte.ts';
import { showStockWhereThereAreApps } from '#programmes/apple-licences/screens/stock/when-needed.svelte.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { show } from '#tests/ui/show.ts';
import HomeHarness from './HomeHarness.svelte';

const patient = { timeout: 60_000 };
const programmes = (app: App, chosen: WorkspaceData['programmes']) =>
  app.records.change('workspace', (workspace) => ({
    ok: true,
    value: { ...workspace, data: { ...workspace.data, programmes: chosen } as never },
  }));
/** What home was last given to show, and how often. */
const follow = (app: App) => {
  const stop = new AbortController();
  const shown: { rows: readonly HomeRow[]; times: number } = { rows: [], times: 0 };
  showStockWhereThereAreApps(
    app,
    { showStock: (rows) => ((shown.rows = rows), (shown.times += rows.length > 0 ? 1 : 0)) },
    stop.signal,
  );
  return {
    shown,
    stop,
    titles: () => shown.rows.map((row) => (row as { own?: { title: string } }).own?.title),
  };
};

describe('X1, B8: apps that want more licences', () => {
  test('B8: are shown where apps are looked after, again once one was written, and no longer when it is over', async () => {
    const { app } = await openApp();
    app.settings.change({ language: 'sv' });
    await addRecords(app, [appWith({ id: 'a1', name: 'Ada', total: 30, assigned: 10 })]);
    await addRecords(app, [appWith({ id: 'a2', name: 'Bok', total: 9, assigned: 7 })]);
    const { titles, shown, stop } = follow(app);
    await programmes(app, ['apple-credit', 'apple-licences']);
    await expect.poll(titles, patient).toEqual(['Köp fler Bok']);
    const give = (id: string, count: number) =>
      app.records.change(
        id,
        (record, doing) => giveLicences(record as VolumeApp, count, doing) as never,
      );
    await give('a1', 20);
    await expect.poll(titles, patient).toEqual(['Köp fler Ada', 'Köp fler Bok']);
    app.settings.change({ language: 'en' });
    await expect.poll(titles, patient).toEqual(['Buy more Ada', 'Buy more Bok']);
    await programmes(app, ['apple-credit']);
    await expect.poll(titles, patient).toEqual([]);
    const { times } = shown;
    await give('a2', 2);
    await programmes(app, ['apple-credit', 'apple-licences']);
    await expect.poll(() => shown.times, patient).toBe(times + 1);
    stop.abort();
  });

  test('B8: of 4,800 apps a burst of writes is not counted write by write, and another kind of record not at all', async () => {
    const { app } = await openApp();
    app.settings.change({ language: 'sv' });
    await programmes(app, ['apple-licences']);
    const many = Array.from({ length: 4_800 }, (_, at) =>
      appWith({
        id: `a${at}`,
        name: `App ${at}`,
        adamId: String(500_000_000 + at),
        total: 50,
        assigned: at < 40 ? 50 : 9,
      }),
    );
    await addRecords(app, many);
    let reads = 0;
    const { find } = app.records;
    app.records.find = (query) => ((reads += query.kind === 'volume-app' ? 1 : 0), find(query));
    const { shown, stop } = follow(app);
    const number = () => (shown.rows[0] as { own?: { number: string } } | undefined)?.own?.number;
    await expect.poll(number, patient).toBe('40');
    const once = reads;
    let heard = 0;
    const hearing = app.records.changed('', 'volume-app').subscribe(() => void (heard += 1));
    await addRecords(app, [orderWith([], {}, 'order')]);
    expect(heard).toBe(0);
    for (let at = 40; at < 60; at += 1)
      await app.records.change(
        `a${at}`,
        (record, doing) => giveLicences(record as VolumeApp, 41, doing) as never,
      );
    await expect.poll(number, patient).toBe('60');
    expect(heard).toBe(20);
    expect(reads).toBeLessThan(10 * once);
    hearing.unsubscribe();
    stop.abort();
  }, 120_000);

  test.each(['light', 'dark'] as const)(
    'X1: are among what is to be done now, and axe finds nothing, %s',
    async (theme) => {
      inTheme(theme);
      const { app } = await openApp();
      app.settings.change({ language: 'sv' });
      await programmes(app, ['apple-credit', 'apple-licences']);
      await addRecords(app, [
        appWith({ id: 'a1', name: 'Ada', location: 'Skolan', total: 30, assigned: 30 }),
        ...['Bok', 'Cirkel', 'Duo'].map((name) =>
          appWith({ id: name, name, adamId: `1${name}`, total: 9, assigned: 7 }),
        ),
      ]);
      const { shown, stop } = follow(app);
      await expect.poll(() => shown.rows.length, patient).toBe(2);
      const late = homeRows([orderWith([['ready', '2026-08-10']], {}, 'late')], '2026-11-20');
      show(HomeHarness, {
        rows: [...late, ...shown.rows],
        today: '2026-11-20',
        me: 'sara',
        people: [],
        hasMore: false,
        onmore: () => undefined,
        hrefOf: ({ record }: HomeRow) => `#${record.id}`,
      });
      const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-list] a')];
      expect(links.map((link) => link.innerText.replace(/\s+/g, ' ').trim())).toEqual([
        expect.stringMatching(/^\d+ dgr sen Återsänd kredit/),
        '0 lediga Köp fler Ada Slut · Skolan',
        '3 appar Köp fler licenser Snart slut: Bok, Cirkel och 1 till',
      ]);
      expect(links.map((link) => link.getAttribute('href'))).toEqual([
        '#late',
        '/apps/a1',
        '/apps?show=low',
      ]);
      expect(await faults()).toEqual([]);
      stop.abort();
    },
    60_000,
  );
});
