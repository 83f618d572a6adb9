import { BLANK_APP, writeApp } from '#programmes/apple-licences/rules/app/app-commands.ts';
import { newLicence } from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import type { Draft } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { newId } from '#platform/ids.ts';
import { systemClock } from '#platform/clock.ts';
import type { Contestant, Row } from './contestant.ts';
import { measured, median, type Measured } from './measure.ts';
import { contestants, type StoreContestant } from './store-row.ts';

/** What one store gave: putting licences in, and reading all apps of a list. */
export type LicenceFigures = { readonly insert: Measured; readonly apps: number };

const doing = () => ({ today: systemClock.today(), now: systemClock.now(), by: 'bench', newId });

/** So many apps at twelve locations, some of which run low or are out. */
export const appDrafts = (count: number): Draft[] =>
  Array.from({ length: count }, (_, at) => {
    const input = {
      name: `App ${at}`,
      adamId: String(500_000_000 + at),
      location: `School ${at % 12}`,
    };
    const app = writeApp(
      { id: newId() },
      { ...BLANK_APP, ...input, owned: String(at % 50) },
      [],
      doing(),
    );
    if (!app.ok) throw new Error(app.problem.code);
    return app.value as Draft;
  });

/** So many licences of apps, each device's one. */
const licenceDrafts = (apps: readonly Draft[], count: number): Draft[] =>
  Array.from({ length: count }, (_, at) => {
    const target = { to: 'device' as const, serialNumber: `FAKE${at}`, name: '' };
    return newLicence(
      { id: newId(), app: apps[at % apps.length]?.id ?? '', target },
      doing(),
    ) as Draft;
  });

/** What each contestant is given: Volym its drafts, the others the whole records. */
export const rowsFor = (which: StoreContestant, drafts: readonly Draft[]): Row[] =>
  (which === 'volym'
    ? drafts
    : drafts.map((draft) => stored(draft, undefined, doing()))) as unknown as Row[];

/** A store for as long as the work takes. */
export const withStore = async <T>(
  which: StoreContestant,
  work: (store: Contestant) => Promise<T>,
): Promise<T> => {
  const store = await contestants[which]();
  try {
    return await work(store);
  } finally {
    await store.destroy();
  }
};

/**
 * One store: `licences` of `apps` put in, and, in a store of their own, `listed` apps read as a
 * list reads them.
 */
export const licenceRow = async (
  which: StoreContestant,
  {
    apps,
    licences,
    listed,
  }: { readonly apps: number; readonly licences: number; readonly listed: number },
): Promise<LicenceFigures> => {
  const drafts = appDrafts(apps);
  const rows = rowsFor(which, [...drafts, ...licenceDrafts(drafts, licences)]);
  const insert = await withStore(which, (store) => measured(() => store.insert(rows)));
  const reads = await withStore(which, async (store) => {
    await store.insert(rowsFor(which, appDrafts(listed)));
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await store.reopen();
      const { ms } = await measured(async () => {
        const read = await store.all('volume-app');
        if (read !== listed) throw new Error(`${read} of ${listed} apps were read`);
      });
      times.push(ms);
    }
    return times;
  });
  return { insert, apps: median(reads) };
};
