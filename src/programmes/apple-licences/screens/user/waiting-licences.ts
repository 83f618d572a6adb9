import {
  licenceState,
  type LicenceState,
} from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { isFine } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { licencesOf } from '#programmes/apple-licences/work/giving/read-licences.ts';
import type { KnownApp } from './apps-in-letter.ts';

/**
 * A licence that a user has: the id of its app, what that is known by, and whether it is on its way
 * back.
 */
export type HeldLicence = {
  readonly app: string;
  readonly known: KnownApp;
  readonly state: LicenceState;
};

/** The licences of users by the id of the user's record; read app by app, page by page. */
export const licencesByUser = async (
  records: Pick<Records, 'find'>,
): Promise<ReadonlyMap<string, HeldLicence[]>> => {
  const apps = await records.find({ kind: 'volume-app' });
  const byUser = new Map<string, HeldLicence[]>();
  for (const app of apps.filter(isFine))
    for (const { data, steps } of await licencesOf(records, app.id)) {
      const state = licenceState(steps);
      if (data.user === '' || state === 'free') continue;
      const held = { app: app.id, known: app.data, state };
      const others = byUser.get(data.user);
      if (others === undefined) byUser.set(data.user, [held]);
      else others.push(held);
    }
  return byUser;
};
