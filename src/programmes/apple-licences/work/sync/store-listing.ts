import type { Import } from '#core/import/imported-change.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import type { Listing } from '#programmes/apple-licences/rules/api/listing-page.ts';
import type { ListRow } from '#programmes/apple-licences/import/read/values.ts';
import { vanishedApps } from '#programmes/apple-licences/import/plan/vanished-apps.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { applyChanges, bringBack } from '#data/import/apply.ts';
import { plannedChange, type PlannedChange, type Writes } from '#data/import/import-task.ts';
import { licenceTask } from '../import/task.ts';
import { licenceTrial, type LicenceDryRun } from '../import/trial.ts';
import type { ImportParts } from '#data/import/trial.ts';
import { inChunks, type Watched } from '#data/records/in-chunks.ts';

/** A listing as Apple gave it. */
export type GivenListing = {
  readonly of: Listing;
  readonly rows: readonly ListRow[];
  readonly uId: string;
  /** When it was read (ms): what was done by hand after it counts on top. */
  readonly readAt: number;
  /** What it does not name is there no more. */
  readonly isWhole: boolean;
};

/** What a listing adds to the plan of its rows, beside what an import would. */
export type Adorn = (dryRun: LicenceDryRun) => Promise<{
  readonly fresh: (draft: Draft) => Draft;
  readonly changes: readonly PlannedChange[];
}>;

const SOURCE = 'Apple';

/**
 * Replaces what is known about a location with a listing: the plan is the same as for an import,
 * but nobody has to review or undo it, since Apple repeats it. Throws `NotWritten` and the signal's
 * reason; what is written already stays, and running it again completes it.
 */
export const storeListing = async (
  parts: ImportParts,
  listing: GivenListing,
  watched: Watched = {},
  adorn?: Adorn,
): Promise<void> => {
  const dryRun = await licenceTrial(parts).try(sourceOf(listing), {}, NO_CHOICE, quiet(watched));
  const doing = { ...parts.records.doing(), now: listing.readAt };
  const work: Import = { run: '', file: '', fileName: SOURCE, doing };
  const writes = await licenceTask(dryRun).prepare(work);
  const added = await adorn?.(dryRun);
  const gone = listing.isWhole && listing.of === 'assets' ? vanishedChanges(dryRun, listing) : [];
  const changes = together([...writes.changes, ...(added?.changes ?? []), ...gone]);
  const fresh = writes.fresh.map(withoutOrigin).map(added?.fresh ?? ((draft) => draft));
  await write(parts, dryRun, { ...writes, fresh, changes }, watched);
};

const sourceOf = ({ of, rows, uId, isWhole }: GivenListing) => ({
  name: SOURCE,
  digest: '',
  sheets: [],
  mapped: [],
  whole: isWhole && of === 'assignments' ? [uId] : [],
  isSync: true as const,
  rows: () => Promise.resolve([{ metadata: {}, rows }]),
});

const quiet = ({ signal }: Watched): Watched => (signal === undefined ? {} : { signal });

/** No import brought it. */
const withoutOrigin = <D extends Data>(draft: Draft<D>): Draft<D> => {
  const { origin: _, ...data } = draft.data as D & { readonly origin?: unknown };
  // Every kind may be without an origin.
  return { ...draft, data: data as unknown as D };
};

/** Combines changes to the same record into one write. */
const together = (changes: readonly PlannedChange[]): PlannedChange[] => {
  const byId = new Map<string, PlannedChange>();
  for (const change of changes) {
    const before = byId.get(change.id);
    byId.set(
      change.id,
      before === undefined ? change : { ...before, fields: { ...before.fields, ...change.fields } },
    );
  }
  return [...byId.values()];
};

const vanishedChanges = (
  { known }: LicenceDryRun,
  { rows, uId, readAt: at }: GivenListing,
): PlannedChange[] =>
  vanishedApps(known.apps, rows, uId).map((app) => {
    const to = { total: 0, assigned: 0, available: 0, source: 'apple', asOf: '', at };
    return plannedChange(
      { id: app.id, fields: { said: { from: app.data.said ?? '', to } } },
      [],
      app,
    );
  });

const write = async (
  { records }: ImportParts,
  { known }: LicenceDryRun,
  writes: Writes,
  watched: Watched,
): Promise<void> => {
  const before = new Map<string, VolymRecord>();
  for (const record of [...known.apps, ...known.users, ...known.licences])
    before.set(record.id, record);
  const back = await Promise.all([...writes.backUnder].map(({ draft }) => draft()));
  const under = await Promise.all(writes.newUnder.map(({ draft }) => draft()));
  let done = 0;
  const stage = async <T>(
    items: readonly T[],
    work: (chunk: readonly T[]) => Promise<unknown>,
  ): Promise<void> => {
    const start = done;
    const watchedStage: Watched = {
      ...watched,
      onProgress: (some) => watched.onProgress?.(start + some),
    };
    await inChunks(items, watchedStage, async (chunk) => void (await work(chunk)));
    done += items.length;
  };
  await stage([...writes.fresh, ...under.map(withoutOrigin)], (chunk) => records.insert(chunk));
  await stage([...writes.restored, ...back].map(withoutOrigin), (chunk) =>
    bringBack(records, chunk, before),
  );
  await stage(writes.changes, (chunk) => applyChanges(records, chunk, new Map()));
};
