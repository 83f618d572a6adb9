import { ask } from '#platform/ask.ts';
import type { WhereMessage } from '#platform/browser/reminder-worker.ts';

/**
 * A tab of the app. Its `url` is where it was opened; where it is since, only its page knows.
 */
type Window = {
  postMessage(message: WhereMessage, line: MessagePort[]): void;
  focus(): Promise<unknown>;
};

/** What is needed from the worker's `clients`. */
export type Windows = {
  matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly Window[]>;
  openWindow(address: string): Promise<unknown>;
};

/**
 * A page that sleeps or has not started yet does not answer; the browser lets a tap open a window
 * for a second at least.
 */
const ANSWER_MS = 300;

/**
 * Shows a tab that is at an address already, or opens one. A tab at another address is left alone:
 * something may be in progress there.
 */
export const openAt = async (windows: Windows, address: string): Promise<void> => {
  const open = await windows.matchAll({ type: 'window', includeUncontrolled: true });
  const areThere = await Promise.all(open.map((window) => isAt(window, address)));
  const there = open[areThere.indexOf(true)];
  await (there === undefined ? windows.openWindow(address) : there.focus());
};

const isAt = async (window: Window, address: string): Promise<boolean> =>
  (await ask(window, { type: 'WHERE', address }, ANSWER_MS)) === true;
