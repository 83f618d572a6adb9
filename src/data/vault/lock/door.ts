import type { Person } from '#workspace/rules/people/person.ts';
import { decidedBy, isKeptOut, noteOpened } from '#workspace/rules/people/opens-codes.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { wrapsInUse } from '#workspace/rules/vault/keyring-commands.ts';
import type { Clock } from '#platform/clock.ts';
import type { Records } from '../../records/records.ts';
import { onKind } from '../../records/on-kind.ts';
import type { Settings } from '../../device/settings.ts';
import { keyringIn } from '../keyring/keyring-in.ts';
import { lastOpenedOf } from '../last-opened.ts';
import { readOne } from '../../records/read-under.ts';

/** What opening the vault needs from the records: who there is, and what was decided about them. */
export type DoorRecords = Pick<Records, 'get' | 'find' | 'live' | 'change'>;

/**
 * Access to one workspace's vault on this device; without records nobody is known, and the keys
 * alone decide.
 */
export type DoorParts = {
  readonly workspaceId: string;
  readonly settings: Pick<Settings, 'current'>;
  readonly clock: Pick<Clock, 'today'>;
  readonly records?: DoorRecords | undefined;
};

const whoIs = ({ workspaceId, settings }: DoorParts): string =>
  settings.current.workspaces[workspaceId]?.person ?? '';

/**
 * The one place where a decision about codes holds on this device (X18). Refuses with
 * `may-not-open` (params: by, the name of who decided, or ''), before any secret is tried.
 */
export const passDoor = async (
  parts: DoorParts,
): Promise<Result<void, Problem<'may-not-open'>>> => {
  const { records } = parts;
  if (records === undefined) return ok(undefined);
  const [people, keyring] = await Promise.all([
    records.find({ kind: 'person' }),
    keyringIn(records),
  ]);
  const me = whoIs(parts);
  const wraps = keyring === undefined ? {} : wrapsInUse(keyring);
  // If someone removed them, nobody could open codes any more, and no decision would hold.
  const last = Object.keys(wraps).length === 0 ? await lastOpenedOf(parts.workspaceId) : undefined;
  if (!isKeptOut(me, people, last === undefined ? wraps : wrapsInUse(last.keyring)))
    return ok(undefined);
  const own = people.find(({ id }) => id === me);
  const decided = own && decidedBy(own)?.by;
  return refuse('may-not-open', undefined, {
    by: people.find(({ id }) => id === decided)?.data.name ?? '',
  });
};

/**
 * Notes with the person of this device that they opened that wrap. A device that only reads writes
 * nothing.
 */
export const noteAtDoor = async (parts: DoorParts, wrap: string): Promise<void> => {
  const [{ records, clock }, me] = [parts, whoIs(parts)];
  const noting = (person: Person) => noteOpened(person, wrap, clock.today());
  const known = records && (await readOne(records, me, 'person'));
  // Checked first: if a command refuses inside a write, the store writes the record again
  // unchanged.
  if (known !== undefined && noting(known).ok) await records?.change(me, onKind('person', noting));
};
