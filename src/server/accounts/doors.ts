import { randomUUID } from 'node:crypto';
import type { Device, Invitation, KeptAccounts, Role } from './kept-accounts.ts';
import { hashOf, hasHash, newSecret } from './secret.ts';

/**
 * An invitation is good for half an hour (look.md, picture 47): long enough to scan or send, too
 * short to be found later.
 */
export const INVITED_MS = 30 * 60_000;

/**
 * So many may wait in a workspace at once, for someone or for the first word of who came by it:
 * each is written with all the others.
 */
export const MOST_OPEN = 100;

/**
 * So many devices an invitation lets into one workspace: all are written at each change, and shown
 * to whoever shuts one out.
 */
export const MOST_DEVICES = 500;

/**
 * How a device names itself and proves from then on that it is the same one; it made both itself.
 */
export type Newcomer = { readonly device: string; readonly secret: string };

/**
 * The ways into the endpoint's databases. A device that lost the answer may ask again with the same
 * name and secret.
 */
export type Doors = {
  /** The secret of the set-up link, until someone has used it. */
  readonly setUp: string | undefined;
  /** Lets the first device of a new database in, once; undefined when the link is used or wrong. */
  enterBySetUp(secret: string, database: string, newcomer: Newcomer): Device | undefined;
  /**
   * Lets a device in by an invitation, once; `keys` are those that were left for it. An invitation
   * to a full workspace stays good.
   */
  enterByInvitation(secret: string, newcomer: Newcomer): Entered | 'full' | undefined;
  /**
   * Makes an invitation for the database of a member; `keys` wait for the one who comes. Undefined
   * when too many wait already.
   */
  invite(by: Device, role: Role, keys: string): Invited | 'full' | undefined;
  /** The unused invitations. */
  invitationsTo(database: string): readonly OpenInvitation[];
  /** Takes an invitation back, unless someone has come in by it. */
  takeBack(database: string, id: string): 'taken-back' | 'used' | 'unknown';
  /** The device that a request's header names, or undefined. */
  deviceOf(authorization: string | null): Device | undefined;
  devicesOf(database: string): readonly Device[];
  /** Whether any device is in, also while a set-up link waits. */
  isAnyoneIn(): boolean;
  /**
   * Sets whether a device may write or only read, from its next request on. Never makes the last
   * writer read-only: nobody could invite any more.
   */
  setRole(database: string, id: string, role: Role): 'set' | 'last-member' | 'unknown';
  /**
   * Removes a device, with all devices it admitted if `withLetIn`, and returns which; never just
   * the last device that may write.
   */
  shutOut(
    asker: Device,
    id: string,
    withLetIn?: boolean,
  ): readonly string[] | 'last-member' | 'unknown';
  /** Shuts all out of a database that is no more. */
  close(database: string): void;
};

/** Who came in by an invitation, and what waited for it. */
export type Entered = { readonly device: Device; readonly keys: string };

/** An invitation that waits; in ms from now, since the clock of who asks may be wrong. */
export type OpenInvitation = Pick<Invitation, 'id' | 'role'> & { readonly leftMs: number };

/** A new invitation: `invitation` is its secret, told once. */
export type Invited = Pick<OpenInvitation, 'id' | 'leftMs'> & { readonly invitation: string };

type World = {
  readonly accounts: KeptAccounts;
  readonly now: () => number;
  /**
   * Makes a set-up secret although there are devices: someone who lost all of theirs has nobody to
   * ask.
   */
  readonly setUpAgain?: boolean;
};

/**
 * Opens the accounts; if there is no device yet, or on request, there is one set-up secret, new at
 * each start.
 */
export const openDoors = (world: World): Doors =>
  // Not spread: `setUp` is read again each time.
  Object.assign(entering(world), inviting(world), devicesInside(world));

/** Whether no invitation admits anyone to a database until some device is removed. */
const isFull = ({ current }: KeptAccounts, database: string): boolean =>
  current.devices.filter((device) => device.database === database).length >= MOST_DEVICES;

type Entering = Pick<Doors, 'setUp' | 'enterBySetUp' | 'enterByInvitation'>;

const entering = ({ accounts, now, setUpAgain = false }: World): Entering => {
  let setUp = setUpAgain || accounts.current.devices.length === 0 ? newSecret() : undefined;
  const letIn = (
    { database, role, by }: Pick<Device, 'database' | 'role' | 'by'>,
    { device: id, secret }: Newcomer,
    invitations: readonly Invitation[] = accounts.current.invitations,
  ): Device => {
    const device: Device = {
      id,
      database,
      role,
      hash: hashOf(secret),
      since: now(),
      seen: now(),
      by,
    };
    accounts.change({ devices: [...accounts.current.devices, device], invitations });
    return device;
  };
  const inside = ({ device: id, secret }: Newcomer): Device | undefined =>
    accounts.current.devices.find((device) => device.id === id && hasHash(secret, device.hash));
  const isTaken = ({ device }: Newcomer): boolean =>
    accounts.current.devices.some(({ id }) => id === device);
  return {
    get setUp() {
      return setUp;
    },
    enterBySetUp: (secret, database, newcomer) => {
      const before = inside(newcomer);
      if (before?.database === database) return before;
      if (setUp === undefined || !hasHash(secret, hashOf(setUp)) || isTaken(newcomer))
        return undefined;
      setUp = undefined;
      return letIn({ database, role: 'member' }, newcomer);
    },
    enterByInvitation: (secret, newcomer) => {
      const { invitations } = accounts.current;
      const found = invitations.find(({ hash, until }) => until > now() && hasHash(secret, hash));
      if (found === undefined) return undefined;
      const before = inside(newcomer);
      if (before !== undefined && found.usedBy === before.id)
        return { device: before, keys: found.keys };
      if (found.usedBy !== undefined || isTaken(newcomer)) return undefined;
      if (isFull(accounts, found.database)) return 'full';
      // Used up in the same write that admits the device: two requests at the same time never both
      // succeed.
      const used = { ...found, usedBy: newcomer.device };
      const left = invitations.map((invitation) => (invitation === found ? used : invitation));
      return { device: letIn(found, newcomer, left), keys: found.keys };
    },
  };
};

const inviting = ({
  accounts,
  now,
}: World): Pick<Doors, 'invite' | 'invitationsTo' | 'takeBack'> => ({
  invite: ({ id: by, database }, role, keys) => {
    const [id, invitation] = [randomUUID(), newSecret()];
    const { devices, invitations } = accounts.current;
    const open = invitations.filter((invitation) => invitation.until > now());
    if (isFull(accounts, database)) return 'full';
    // Used ones count as well: they are kept until their device has made a request.
    if (open.filter((invitation) => invitation.database === database).length >= MOST_OPEN)
      return undefined;
    const made = {
      id,
      hash: hashOf(invitation),
      database,
      role,
      until: now() + INVITED_MS,
      keys,
      by,
    };
    accounts.change({ devices, invitations: [...open, made] });
    return { id, invitation, leftMs: INVITED_MS };
  },
  invitationsTo: (database) =>
    accounts.current.invitations
      .filter(
        (invitation) =>
          invitation.database === database &&
          invitation.usedBy === undefined &&
          invitation.until > now(),
      )
      .map(({ id, role, until }) => ({ id, role, leftMs: until - now() })),
  takeBack: (database, id) => {
    const { devices, invitations } = accounts.current;
    const found = invitations.find(
      (invitation) => invitation.database === database && invitation.id === id,
    );
    if (found === undefined) return 'unknown';
    if (found.usedBy !== undefined) return 'used';
    accounts.change({
      devices,
      invitations: invitations.filter((invitation) => invitation !== found),
    });
    return 'taken-back';
  },
});

/** Written no more often: each time costs a write to the disk. */
const SEEN_MS = 60_000;

const devicesInside = (
  world: World,
): Pick<Doors, 'deviceOf' | 'devicesOf' | 'isAnyoneIn' | 'setRole' | 'shutOut' | 'close'> => ({
  ...knowing(world),
  ...leaving(world),
});

/** Whether nobody could invite any more without this device. */
const isLastMember = (devices: readonly Device[], { id, database, role }: Device): boolean =>
  role === 'member' &&
  devices.every(
    (device) => device.id === id || device.database !== database || device.role !== 'member',
  );

const knowing = ({
  accounts,
  now,
}: World): Pick<Doors, 'deviceOf' | 'devicesOf' | 'isAnyoneIn' | 'setRole'> => ({
  deviceOf: (authorization) => {
    const [, id = '', secret = ''] =
      /^Bearer ([0-9a-f-]{36})\.([\w-]{43})$/.exec(authorization ?? '') ?? [];
    const { devices, invitations } = accounts.current;
    const device = devices.find((device) => device.id === id);
    if (device === undefined || !hasHash(secret, device.hash)) return undefined;
    // It has the answer to its coming in: the keys that waited for it are not kept a moment longer.
    const left = invitations.filter(
      (invitation) => invitation.usedBy !== id && invitation.until > now(),
    );
    if (now() - device.seen < SEEN_MS && left.length === invitations.length) return device;
    const seen = { ...device, seen: now() };
    accounts.change({
      devices: devices.map((known) => (known === device ? seen : known)),
      invitations: left,
    });
    return seen;
  },
  devicesOf: (database) =>
    accounts.current.devices.filter((device) => device.database === database),
  isAnyoneIn: () => accounts.current.devices.length > 0,
  setRole: (database, id, role) => {
    const { devices, invitations } = accounts.current;
    const found = devices.find((device) => device.database === database && device.id === id);
    if (found === undefined) return 'unknown';
    if (found.role === role) return 'set';
    if (isLastMember(devices, found)) return 'last-member';
    const changed = devices.map((device) => (device === found ? { ...found, role } : device));
    // A read-only device invites nobody: its earlier invitations are withdrawn too.
    const left =
      role === 'reader' ? invitations.filter((invitation) => invitation.by !== id) : invitations;
    accounts.change({ devices: changed, invitations: left });
    return 'set';
  },
});

/**
 * The devices that one of them admitted, directly or through others; but not the requesting one,
 * nor those it admitted.
 */
export const letInBy = (
  devices: readonly Device[],
  asker: Device,
  from: string,
): readonly string[] => {
  const found = new Set<string>();
  // Whoever let one in came before it.
  for (const { id, by } of devices)
    if (by !== undefined && id !== asker.id && (by === from || found.has(by))) found.add(id);
  return [...found];
};

/**
 * The remaining devices: one admitted by a removed device is now attributed to the one that
 * admitted that, or it could no longer be removed along with it.
 */
const staying = (
  devices: readonly Device[],
  isGone: (id?: string) => boolean,
): readonly Device[] => {
  const standsFor = new Map<string | undefined, string | undefined>();
  const before = (by?: string): string | undefined => (standsFor.has(by) ? standsFor.get(by) : by);
  // Devices are in order of arrival, so the replacement of an earlier one is known.
  for (const { id, by } of devices) if (isGone(id)) standsFor.set(id, before(by));
  return devices
    .filter(({ id }) => !isGone(id))
    .map((device) =>
      isGone(device.by) ? { ...device, by: before(device.by), isHandedOn: true } : device,
    );
};

const leaving = ({ accounts }: World): Pick<Doors, 'shutOut' | 'close'> => ({
  shutOut: (asker, id, withLetIn = false) => {
    const { devices, invitations } = accounts.current;
    const found = devices.find((device) => device.database === asker.database && device.id === id);
    if (found === undefined) return 'unknown';
    const gone = [id, ...(withLetIn ? letInBy(devices, asker, id) : [])];
    const isGone = (id?: string): boolean => id !== undefined && gone.includes(id);
    const left = staying(devices, isGone);
    if (isLastMember(left, found)) return 'last-member';
    accounts.change({
      devices: left,
      invitations: invitations.filter(
        (invitation) => !isGone(invitation.by) && !isGone(invitation.usedBy),
      ),
    });
    return gone;
  },
  close: (database) => {
    const { devices, invitations } = accounts.current;
    const isElsewhere = (entry: Device | Invitation): boolean => entry.database !== database;
    accounts.change({
      devices: devices.filter(isElsewhere),
      invitations: invitations.filter(isElsewhere),
    });
  },
});
