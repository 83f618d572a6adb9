import { watchTasks } from '../long-tasks.ts';
import { bareDevice } from './bare-device.ts';
import { pouchDbDevice } from './pouchdb-device.ts';
import type { SyncDevice, SyncPlace } from './sync-device.ts';
import { volymDevice } from './volym-device.ts';

const contestants = { volym: volymDevice, bare: bareDevice, pouch: pouchDbDevice };

/** Who keeps in step. */
export type SyncContestant = keyof typeof contestants;

/** The one clock of all pages and processes of this computer (ms since 1970). */
const moment = (): number => performance.timeOrigin + performance.now();

let device: SyncDevice | undefined;
let listening: Promise<number> | undefined;
const tasks = watchTasks();

/** When a request last came to its end (ms of this page). */
let answeredAt = performance.now();
new PerformanceObserver(() => (answeredAt = performance.now())).observe({ type: 'resource' });

const QUIET_MS = 1_500;

const opened = (): SyncDevice => {
  if (device === undefined) throw new Error('no device is open');
  return device;
};

/** The device of this page, as the bench asks for it from outside; moments are ms since 1970. */
export const measuredDevice = {
  open: async (which: SyncContestant, place: SyncPlace): Promise<void> =>
    void (device = await contestants[which](place)),
  fill: (count: number): Promise<string[]> => opened().fill(count),
  /** Begins, and answers when that was. */
  begin: async (): Promise<number> => {
    tasks.taken();
    const at = moment();
    await opened().begin();
    return at;
  },
  /**
   * Resolves when no request came to its end for a while: a device fetches again what it has just
   * sent.
   */
  isQuiet: async (): Promise<void> => {
    while (performance.now() - answeredAt < QUIET_MS)
      await new Promise((later) => setTimeout(later, QUIET_MS / 10));
  },
  /** Begins, and answers how long it took until the own store holds so many. */
  pull: async (count: number): Promise<number> => {
    tasks.taken();
    const at = moment();
    await opened().begin();
    await opened().holds(count);
    return moment() - at;
  },
  longestTask: (): number => tasks.taken(),
  listen: async (id: string, amount: string): Promise<void> => {
    const { heard } = await opened().hears(id, amount);
    listening = heard.then(moment);
  },
  heardAt: (): Promise<number | undefined> => Promise.resolve(listening),
  /** Changes a record, and answers when it was asked for. */
  change: async (id: string, amount: string): Promise<number> => {
    const at = moment();
    await opened().change(id, amount);
    return at;
  },
};
