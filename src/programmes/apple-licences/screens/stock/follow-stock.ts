import { lowStock, type LowStock } from '#programmes/apple-licences/rules/app/low-stock.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import { onceMore } from '#platform/once-more.ts';
import { wait } from '#platform/wait.ts';

/**
 * After a change so many ms pass before the apps are counted anew: a sync writes many one after the
 * other.
 */
const QUIET = 1_000;

const APPS = { kind: 'volume-app', parent: '' } as const;

/**
 * Tells which apps want more licences, now and after each change of an app until the signal comes.
 * All apps are counted once and then only when one of them was written, whatever screen is looked
 * at: home reads none of them.
 */
export const followStock = (
  records: Pick<Records, 'find' | 'changed'>,
  tell: (stock: LowStock) => void,
  signal: AbortSignal,
): void => {
  const count = onceMore(async () => {
    const apps = await readUnder(records, APPS, signal);
    if (!signal.aborted) tell(lowStock(apps));
  });
  let isWaiting = false;
  const countLater = async (): Promise<void> => {
    if (isWaiting) return;
    isWaiting = true;
    await wait(QUIET, signal);
    isWaiting = false;
    if (!signal.aborted) await count();
  };
  const changes = records.changed(APPS.parent, APPS.kind).subscribe(() => void countLater());
  signal.addEventListener('abort', () => changes.unsubscribe());
  void count();
};
