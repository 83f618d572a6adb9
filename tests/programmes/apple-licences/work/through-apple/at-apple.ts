import {
  planAssignment,
  type AssignTarget,
} from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { AppleClient } from '#programmes/apple-licences/work/api/client.ts';
import { syncToken } from '#programmes/apple-licences/work/sync/sync-token.ts';
import type { AppleParts } from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import {
  appAtApple,
  giveThroughApple,
} from '#programmes/apple-licences/work/through-apple/give-and-take.ts';
import type { WorkWatched } from '#programmes/apple-licences/work/through-apple/work-off.ts';
import type { Snapshot } from '#simulator/apple/data/snapshot.ts';
import type { Settings } from '#simulator/apple/world.ts';
import { appleHere } from '#tests/factories/apple-here.ts';
import type { TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const LATER = 'apple-licences.accounts-2025';

/** A workspace whose token of a location is synced, and all that a test asks of either side. */
export const atApple = async (
  workspace: TestWorkspace,
  snapshot: Snapshot,
  { at = 0, ...settings }: { at?: number } & Partial<Settings> = {},
) => {
  const here = appleHere(snapshot, settings);
  const token = await here.taken(workspace, at);
  const { records, vault, id: workspaceId, clock } = workspace;
  const client = (): AppleClient => here.client(at, () => clock.now());
  const signal = new AbortController().signal;
  const synced: string[] = [];
  const left = new AbortController();
  const parts: AppleParts = {
    records,
    workspaceId,
    vault,
    apple: {
      asking: (_, work) => work(client(), { left: left.signal, locked: signal }),
      whileHere: (work) => work(),
      syncNow: async (id) => {
        synced.push(id);
        const end = await syncToken({ records, vault, workspaceId, client: client(), signal }, id);
        return end ?? { ok: false, code: 'no-text' };
      },
    },
  };
  await syncToken({ records, vault, workspaceId, client: client(), signal }, token);
  const place = here.world.locations[at];
  if (place === undefined) throw new Error('no such location');

  const app = async (adamId: string): Promise<VolumeApp> => {
    const found = (await records.find({ kind: 'volume-app' })) as VolumeApp[];
    const volumeApp = found.find(({ data }) => data.adamId === adamId);
    if (volumeApp === undefined) throw new Error(`no app ${adamId}`);
    return volumeApp;
  };
  const licences = async (adamId: string): Promise<AssignedLicence[]> => {
    const { id } = await app(adamId);
    return (await records.find({ kind: 'assigned-licence', parent: id })) as AssignedLicence[];
  };
  return {
    here,
    token,
    parts,
    place,
    synced,
    app,
    licences,
    /** Leaves the workspace: what Apple is asked ends. */
    leave: () => left.abort(),
    watched: (more: Partial<WorkWatched> = {}): WorkWatched => ({
      reason: 'Ändrat',
      edition: LATER,
      signal,
      ...more,
    }),
    named: async (adamId: string) => {
      const known = appAtApple(await app(adamId));
      if (known === undefined) throw new Error('no number');
      return known;
    },
    /** Who would get one, by the plan of the sheet. */
    plan: async (adamId: string, targets: readonly AssignTarget[]) =>
      planAssignment(
        { app: await app(adamId), licences: await licences(adamId), edition: LATER },
        targets,
      ).gets,
    users: async () => (await records.find({ kind: 'volume-user' })) as VolumeUser[],
    /** Who has one, here and at Apple. */
    held: async (adamId: string) => ({
      here: (await licences(adamId))
        .filter(({ steps }) => licenceState(steps) !== 'free')
        .map(({ data }) => data.target),
      there: place.assignments.records
        .filter((assignment) => assignment.adamId === adamId)
        .map(({ serialNumber, clientUserId }) => serialNumber ?? clientUserId ?? ''),
    }),
    counts: async (adamId: string) => {
      const { assigned, free } = countsOf(await app(adamId));
      const asset = place.assets.records.find((record) => record.adamId === adamId);
      return { here: [assigned, free], there: [asset?.assignedCount, asset?.availableCount] };
    },
  };
};

/** Gives an app through Apple to those of these whom the plan of the sheet lets have one. */
export const giveTo = async (
  place: Awaited<ReturnType<typeof atApple>>,
  adamId: string,
  targets: readonly AssignTarget[],
) =>
  giveThroughApple(
    place.parts,
    {
      token: place.token,
      app: await place.named(adamId),
      planned: await place.plan(adamId, targets),
    },
    place.watched(),
  );

/** Devices that nobody has seen before. */
export const devices = (count: number): AssignTarget[] =>
  Array.from({ length: count }, (_, at) => ({
    to: 'device',
    name: '',
    serialNumber: `FAKENEW${String(at).padStart(4, '0')}`,
  }));
