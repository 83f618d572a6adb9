import { addDays, type Day } from '#core/day/day.ts';
import {
  heldBy,
  knownTo,
  silenced,
  type DueReminder,
  type PlannedItem,
  type ReminderPlan,
} from '#core/reminder/planned-reminder.ts';

/** A step that was shown on this device. */
type Shown = Pick<DueReminder, 'tag' | 'workspace' | 'day'>;

type Stores = { readonly plans: IDBObjectStore; readonly shown: IDBObjectStore };

/** What the worker reads: the plans of this device, and the tags of the reminders shown. */
export type KeptPlans = {
  readonly plans: readonly ReminderPlan[];
  readonly shown: ReadonlySet<string>;
};

const NAME = 'volym-plan';
const VERSION = 1;

/**
 * How many days to keep what was shown and which records were known: longer than any rule reminds.
 */
const KEPT_DAYS = 400;

/**
 * Writes the reminders of a workspace from today on, made from the former plan and the known
 * records. The plans of other workspaces fall silent: no page follows their records, so nothing
 * would notice when something is done.
 */
export const writePlan = (
  workspace: string,
  today: Day,
  itemsFrom: (before: readonly PlannedItem[], known: ReadonlySet<string>) => readonly PlannedItem[],
): Promise<void> =>
  inPlan('readwrite', async ({ plans, shown }) => {
    const kept = await all<ReminderPlan>(plans);
    const before = kept.find((plan) => plan.workspace === workspace);
    for (const other of kept) if (other !== before) plans.put(silenced(other));
    const after = before?.after ?? addDays(today, -1);
    const oldest = addDays(today, -KEPT_DAYS);
    const known = knownTo(before, { today, oldest });
    const items = itemsFrom(heldBy(before), new Set(Object.keys(known)));
    plans.put({ workspace, after, items, known } satisfies ReminderPlan);
    for (const { tag, day } of await all<Shown>(shown)) if (day < oldest) shown.delete(tag);
  });

/** The plans of this device; none where none was ever written. */
export const readPlans = async (): Promise<KeptPlans> => {
  if (!(await exists())) return { plans: [], shown: new Set() };
  return inPlan('readonly', async ({ plans, shown }) => ({
    plans: await all<ReminderPlan>(plans),
    shown: new Set((await all<Shown>(shown)).map(({ tag }) => tag)),
  }));
};

/**
 * Remembers under all its marks that a step was shown on this device, unless its workspace was
 * erased meanwhile.
 */
export const markShown = async ({
  marks,
  workspace,
  day,
}: Pick<DueReminder, 'marks' | 'workspace' | 'day'>): Promise<void> => {
  if (!(await exists())) return;
  await inPlan('readwrite', async ({ shown }) => {
    for (const tag of marks) shown.put({ tag, workspace, day } satisfies Shown);
  });
};

/** Stops all reminders until a plan is written again; what was shown is remembered. */
export const silencePlans = async (): Promise<void> => {
  if (!(await exists())) return;
  await inPlan('readwrite', async ({ plans }) => {
    for (const plan of await all<ReminderPlan>(plans)) plans.put(silenced(plan));
  });
};

/** Forgets all of a workspace; the database goes with the last one. */
export const forgetPlan = async (workspace: string): Promise<void> => {
  if (!(await exists())) return;
  const others = await inPlan('readwrite', async ({ plans, shown }) => {
    plans.delete(workspace);
    for (const reminder of await all<Shown>(shown))
      if (reminder.workspace === workspace) shown.delete(reminder.tag);
    return all<ReminderPlan>(plans);
  });
  if (others.length === 0) await asked(indexedDB.deleteDatabase(NAME));
};

/** Asked before reading: opening would make it, and a device without a workspace holds nothing. */
const exists = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === NAME);

/**
 * Opens the database for each piece of work and closes it again, so that page and worker never
 * block each other.
 */
const inPlan = async <T>(
  mode: IDBTransactionMode,
  work: (stores: Stores) => Promise<T>,
): Promise<T> => {
  const database = await opened();
  try {
    const transaction = database.transaction(['plans', 'shown'], mode);
    const stores = {
      plans: transaction.objectStore('plans'),
      shown: transaction.objectStore('shown'),
    };
    const working = work(stores).catch((error: unknown) => {
      transaction.abort();
      throw error;
    });
    const [answer] = await Promise.all([working, completed(transaction)]);
    return answer;
  } finally {
    database.close();
  }
};

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('plans', { keyPath: 'workspace' });
    request.result.createObjectStore('shown', { keyPath: 'tag' });
  };
  return asked(request);
};

const all = <T>(store: IDBObjectStore): Promise<T[]> => asked(store.getAll() as IDBRequest<T[]>);

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
