import type {
  InstallCounts,
  InstallState,
} from '#programmes/apple-licences/rules/install/install-status.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { ListDesk } from '../match/desk.ts';

/** Adds an app that a list of installations changes to the desk. */
export const layApp = (desk: ListDesk, app: VolumeApp, row: number): void => {
  if (desk.apps.has(app.id)) return;
  const { location, locationId, name, adamId } = app.data;
  const place = { location, locationId };
  desk.apps.set(app.id, { id: app.id, before: app, row, place, name: name || adamId, data: {} });
};

/**
 * Notes on each app that the list changes the resulting state of its installations (B13), in steps
 * that report how many licences were counted. Counts like the app's page, over all holders of a
 * licence: a list of some devices does not drop the others.
 */
export function* countInstalls(desk: ListDesk): Generator<number, void, void> {
  const counts = new Map<string, Record<keyof InstallCounts, number>>();
  const moments = new Map<string, string>();
  if (desk.installs.size === 0) return;
  for (const { id, parent } of desk.known.licences) {
    const planned = desk.installs.get(id);
    if (planned === undefined) continue;
    counts.set(parent, { failed: 0, pending: 0, installed: 0, notInstalled: 0 });
    moments.set(parent, later(moments.get(parent) ?? '', planned.install.asOf));
  }
  for (const { id, parent, data, steps, trashedOn } of desk.known.licences) {
    yield 1;
    const counted = counts.get(parent);
    const state = (desk.installs.get(id)?.install ?? data.install)?.state;
    // What is on its way back wants no hand any more.
    if (
      counted === undefined ||
      state === undefined ||
      trashedOn !== '' ||
      licenceState(steps) !== 'assigned'
    )
      continue;
    counted[FIELD_OF[state]] += 1;
  }
  for (const [id, counted] of counts) {
    const app = desk.apps.get(id);
    const known = app?.before?.data.installs?.asOf ?? '';
    const moment = moments.get(id) ?? '';
    // Without a moment of its own it is as of its writing.
    const asOf = moment === '' ? '' : later(known, moment);
    if (app !== undefined)
      Object.assign(app.data, { installs: { ...counted, source: 'intune', asOf, at: 0 } });
  }
}

const FIELD_OF: Readonly<Record<InstallState, keyof InstallCounts>> = {
  failed: 'failed',
  pending: 'pending',
  installed: 'installed',
  'not-installed': 'notInstalled',
};

const later = (a: string, b: string): string => (a > b ? a : b);
