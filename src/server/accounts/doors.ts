import { randomUUID } from 'node:crypto';
import type { Allows } from '../couch/couch.ts';
import type { Refusal } from '../couch/refusals.ts';
import type { Device, KeptAccounts, Role } from './kept-accounts.ts';
import { hashOf, hasHash, newSecret } from './secret.ts';

/** An invitation is good for a week: the new device may be in another town. */
export const INVITED_MS = 7 * 24 * 3_600_000;

/** What a device that came in is given: it shows `credential` with each request. */
export type Entered = { readonly database: string; readonly device: string; readonly credential: string };

/** The ways into the endpoint's databases. */
export type Doors = {
  /** The secret of the set-up link, while nobody has come in by it. */
  readonly setUp: string | undefined;
  /** Lets the first device of a new database in, once; undefined when the link is used or wrong. */
  enterBySetUp(secret: string, database: string, name: string): Entered | undefined;
  /** Lets a device in by an invitation, once. */
  enterByInvitation(secret: string, name: string): Entered | undefined;
  /** Makes an invitation for the database of a member. */
  invite(by: Device, role: Role): { readonly invitation: string; readonly until: number };
  /** The device that a request's header names, or undefined. */
  deviceOf(authorization: string | null): Device | undefined;
  devicesOf(database: string): readonly Device[];
  /** Shuts a device out; false when there is none of that id in the database. */
  shutOut(database: string, id: string): boolean;
};

type World = { readonly accounts: KeptAccounts; readonly now: () => number };

const NAME_LENGTH = 80;

/** Opens the doors; without any device yet there is one set-up secret, new at each start. */
export const openDoors = ({ accounts, now }: World): Doors => {
  let setUp = accounts.current.devices.length === 0 ? newSecret() : undefined;
  const enter = (database: string, role: Role, name: string): Entered => {
    const [id, secret] = [randomUUID(), newSecret()];
    const device: Device = { id, database, role, name: name.slice(0, NAME_LENGTH), hash: hashOf(secret), since: now() };
    const { devices, invitations } = accounts.current;
    accounts.change({ devices: [...devices, device], invitations });
    return { database, device: id, credential: `${id}.${secret}` };
  };
  return {
    get setUp() {
      return setUp;
    },
    enterBySetUp: (secret, database, name) => {
      if (setUp === undefined || !hasHash(secret, hashOf(setUp))) return undefined;
      setUp = undefined;
      return enter(database, 'member', name);
    },
    enterByInvitation: (secret, name) => {
      const { devices, invitations } = accounts.current;
      const found = invitations.find(({ hash, until }) => until > now() && hasHash(secret, hash));
      if (found === undefined) return undefined;
      // Used up before anyone is let in: two who ask at once are never both let in.
      accounts.change({ devices, invitations: invitations.filter((one) => one !== found && one.until > now()) });
      return enter(found.database, found.role, name);
    },
    invite: ({ database }, role) => {
      const [invitation, until] = [newSecret(), now() + INVITED_MS];
      const { devices, invitations } = accounts.current;
      accounts.change({ devices, invitations: [...invitations, { hash: hashOf(invitation), database, role, until }] });
      return { invitation, until };
    },
    ...devicesInside(accounts),
  };
};

const devicesInside = (accounts: KeptAccounts): Pick<Doors, 'deviceOf' | 'devicesOf' | 'shutOut'> => ({
  deviceOf: (authorization) => {
    const [, id = '', secret = ''] = /^Bearer ([0-9a-f-]{36})\.([\w-]{43})$/.exec(authorization ?? '') ?? [];
    const device = accounts.current.devices.find((one) => one.id === id);
    return device !== undefined && hasHash(secret, device.hash) ? device : undefined;
  },
  devicesOf: (database) => accounts.current.devices.filter((device) => device.database === database),
  shutOut: (database, id) => {
    const { devices, invitations } = accounts.current;
    const left = devices.filter((device) => device.database !== database || device.id !== id);
    if (left.length === devices.length) return false;
    accounts.change({ devices: left, invitations });
    return true;
  },
});

const LOGIN: Refusal = { status: 401, error: 'unauthorized', reason: 'This device is not let in.' };
const FORBIDDEN: Refusal = { status: 403, error: 'forbidden', reason: 'This device may not do that here.' };

/** Who may read and write which database. */
export const allowsBy =
  (doors: Doors): Allows =>
  (request, database, need) => {
    const device = doors.deviceOf(request.headers.get('authorization'));
    if (device === undefined) return LOGIN;
    return device.database === database && (need === 'read' || device.role === 'member') ? undefined : FORBIDDEN;
  };
