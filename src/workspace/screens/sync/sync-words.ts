import type { TabStatus } from '#data/sync/tabs/tab-status.ts';
import type { Texts } from '#ui/text.ts';

/** The state of the sync, in words; `waiting` is '' when nothing waits. */
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
  'not-allowed-here',
  'other-keys',
  'server-trouble',
  'device-trouble',
];

/** Beyond this many, what waits is not counted. */
const COUNTED = 1_000;

/**
 * The status of a workspace that has a server: it is not alone because its sync begins only after
 * the first paint.
 */
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

/** States in which the server takes nothing of this device any more. */
const SHUT_OUT: readonly TabStatus['state'][] = ['not-let-in', 'login-refused'];

/** States that end only when someone does something. */
const NEEDS_SOMEONE: readonly TabStatus['state'][] = [
  ...SHUT_OUT,
  'not-allowed-here',
  'other-keys',
];

/** States in which nothing goes out, for as long as they last. */
const UNREACHED: readonly TabStatus['state'][] = ['offline', 'server-trouble'];

/** Whether what is written here comes to no server, although the device has one. */
export const isShutOut = ({ state }: Pick<TabStatus, 'state'>): boolean => SHUT_OUT.includes(state);

/**
 * Whether every screen shows the state of the sync: someone has to do something, or changes wait
 * for a server that cannot be reached.
 */
export const isStripDue = ({ state, waiting }: TabStatus): boolean =>
  NEEDS_SOMEONE.includes(state) || (waiting > 0 && UNREACHED.includes(state));

/** What the strip on every screen says. */
export const stripWords = (
  { state, waiting }: TabStatus,
  hasNetwork: boolean,
  { states, unsent, waiting: waitingWords }: Texts['sync'],
): { readonly tone: 'soon' | 'ink'; readonly says: string } => {
  if (!UNREACHED.includes(state)) return { tone: 'soon', says: states[state].title };
  const why = !hasNetwork
    ? unsent.noNetwork
    : state === 'offline'
      ? unsent.noAnswer
      : states[state].title;
  return { tone: 'ink', says: `${why}. ${waitingWords(waiting, waiting >= COUNTED)}.` };
};
