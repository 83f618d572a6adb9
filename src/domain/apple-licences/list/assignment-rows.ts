import { licenceState } from '../licence-life.ts';
import { putApp } from './app-rows.ts';
import type { ListDesk } from './list-desk.ts';
import { licenceKey } from './list-keys.ts';
import { userOf } from './user-rows.ts';
import type { PlannedListRow } from './list-rows.ts';
import type { ListValue } from './list-values.ts';

/** One row of a list of assignments: who has a licence of which app. */
export const planAssignmentRow = (desk: ListDesk, line: Extract<ListValue, { is: 'assignment' }>): PlannedListRow => {
  const { sheet, row, assignment } = line;
  const place = desk.places.of(line);
  const app = putApp(desk, place, { ...assignment, name: '' }, row);
  const { to } = assignment;
  const target = to.kind === 'user' ? to.clientUserId : to.serialNumber;
  const user = to.kind === 'user' ? userOf(desk, place, target) : undefined;
  const name = user?.name ?? '';
  const bare = { sheet, row, is: 'assignment' as const, location: place.location, parent: app?.id ?? '' };
  const shown = { ...bare, name: name || target, changes: [], notes: [] };
  const known = app === undefined ? undefined : desk.knownLicence(app.id, to.kind, target);
  const id = app === undefined ? '' : (known?.id ?? desk.known.idOf(licenceKey(app.id, to.kind, target)));
  if (app === undefined || desk.known.strange.has(id))
    return { ...shown, outcome: 'unreadable', why: { code: 'record-not-understood' } };
  if (desk.named.has(id)) return { ...shown, outcome: 'duplicate', why: { code: 'named-before' } };
  desk.named.add(id);
  const plan = { id, app: app.id, row, data: { to: to.kind, target, name, user: user?.id ?? '' } };
  if (known === undefined || known.trashedOn !== '') {
    const state = known === undefined ? 'new' : 'restored';
    desk.licences.set(id, { ...plan, state });
    return { ...shown, outcome: 'new', state };
  }
  if (licenceState(known.steps) !== 'free') return { ...shown, outcome: 'same', state: 'existing' };
  desk.licences.set(id, { ...plan, state: 'again' });
  return {
    ...shown,
    outcome: 'changed',
    state: 'existing',
    changes: [{ field: 'licence', from: 'free', to: 'assigned' }],
  };
};
