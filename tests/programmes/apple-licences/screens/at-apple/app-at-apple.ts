import { BehaviorSubject } from 'rxjs';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { AppleSyncState, AppleSync } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import { syncToken } from '#programmes/apple-licences/work/sync/sync-token.ts';
import type { AppleParts } from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { appleHere } from '#tests/factories/apple-here.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { askApple } from '#programmes/apple-licences/screens/sync/apple-in-use.svelte.ts';

const NOW = Date.UTC(2026, 10, 20, 7);

/**
 * An app whose workspace is synced with the small school of the simulator, in the later edition,
 * and can ask it.
 */
export const openAtApple = async (system: 'intune' | '' = '') => {
  const { app, clock: hand } = await openApp();
  app.settings.change({ language: 'sv' });
  const here = appleHere(smallSchool(NOW), { now: () => NOW });
  const { records, vault, workspaceId, clock } = app;
  const token = await here.taken({ records, vault } as never, 0, { system });
  await records.change('workspace', (workspace) => ({
    ok: true,
    value: {
      ...workspace,
      data: { ...workspace.data, accountsEdition: 'apple-licences.accounts-2025' } as never,
    },
  }));
  const client = () => here.client(0, () => clock.now());
  const signal = new AbortController().signal;
  // Leaving waits for what is under way, as it does in the app.
  const underWay = new Set<Promise<unknown>>();
  let isLeft = false;
  const whileHere = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (isLeft) return undefined;
    const doing = work();
    underWay.add(doing);
    return doing.finally(() => underWay.delete(doing));
  };
  const syncNow = async (id: string) =>
    (await whileHere(() =>
      syncToken({ records, vault, workspaceId, client: client(), signal }, id),
    )) ?? ({ ok: false, code: 'no-text' } as const);
  const state$ = new BehaviorSubject<AppleSyncState>({ canAsk: true, waiting: [] });
  const apple: AppleParts['apple'] & Pick<AppleSync, 'state$' | 'stop'> = {
    state$,
    syncNow,
    whileHere,
    asking: (_, work) => work(client(), { left: signal, locked: signal }),
    stop: async () => {
      isLeft = true;
      await Promise.allSettled(underWay);
    },
  };
  await syncNow(token);
  // What is done by hand comes after Apple's answer.
  hand.time += 1_000;
  askApple(app, apple as unknown as AppleSync);
  const place = here.world.locations[0];
  if (place === undefined) throw new Error('no location');
  const volumeApp = async (adamId: string): Promise<VolumeApp> => {
    const found = ((await records.find({ kind: 'volume-app' })) as VolumeApp[]).find(
      ({ data }) => data.adamId === adamId,
    );
    if (found === undefined) throw new Error('no app');
    return found;
  };
  const held = (adamId: string) =>
    place.assignments.records.filter((assignment) => assignment.adamId === adamId).length;
  return { app, here, place, token, state$, volumeApp, held };
};
