import type { TabStatus } from '#data/sync/tab-status.ts';
import type { Texts } from '../text.ts';

/** How it stands with the sync, in words; `waiting` is '' when nothing waits. */
export type SyncWords = {
  readonly tone: 'ok' | 'soon';
  readonly title: string;
  readonly detail: string;
  readonly waiting: string;
};

/** Only these need someone's hand, or may. */
const NOT_WELL: readonly TabStatus['state'][] = [
  'not-let-in',
  'login-refused',
  'other-keys',
  'server-trouble',
  'device-trouble',
];

/** Beyond this many, what waits is not counted. */
const COUNTED = 1_000;

/** The status of a workspace that has a server: it is not alone because its sync begins only after the first paint. */
export const notAlone = (status: TabStatus): TabStatus =>
  status.state === 'alone' ? { ...status, state: 'starting' } : status;

/** The words for a status; `now` in ms. */
export const syncWords = (
  { state, inStepAt, fetched, waiting }: TabStatus,
  now: number,
  { sync, format }: Pick<Texts, 'sync' | 'format'>,
): SyncWords => {
  const { title, detail } = sync.states[state];
  const last = inStepAt === 0 ? sync.neverInStep : sync.lastInStep(format.when(inStepAt, now));
  const more = state === 'fetching' ? sync.fetched(fetched) : detail;
  return {
    tone: NOT_WELL.includes(state) ? 'soon' : 'ok',
    title,
    detail: state === 'in-step' ? last : state === 'offline' ? `${detail} ${last}.` : more,
    waiting: waiting === 0 ? '' : sync.waiting(waiting, waiting >= COUNTED),
  };
};
