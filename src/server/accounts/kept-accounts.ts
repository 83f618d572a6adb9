import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { areAccounts } from './accounts-form.ts';

/** What someone may do with a database: a reader's device reads and writes only its own mark. */
export type Role = 'member' | 'reader';

/** An admitted device. `hash` is the hash of its secret. */
export type Device = {
  readonly id: string;
  readonly database: string;
  readonly role: Role;
  readonly hash: string;
  /** When it was admitted and when it last made a request, to the minute (ms since 1970). */
  readonly since: number;
  readonly seen: number;
  /**
   * The device that admitted it; absent for the set-up link, and from older versions. If that one
   * is removed alone, the device that admitted that one.
   */
  readonly by?: string | undefined;
  /** Whether that device replaces a removed one that admitted it. */
  readonly isHandedOn?: boolean;
};

/**
 * An invitation that is not over yet. `keys` are what the invited device is handed, sealed under a
 * secret that only the link has.
 */
export type Invitation = {
  readonly id: string;
  readonly hash: string;
  readonly database: string;
  readonly role: Role;
  readonly until: number;
  readonly keys: string;
  /** The device that invited: its invitations are withdrawn with it. */
  readonly by: string;
  /** The device that used it: it alone may ask again, when the answer was lost on the way. */
  readonly usedBy?: string;
};

/** All that the endpoint knows of who may come in. */
export type Accounts = {
  readonly devices: readonly Device[];
  readonly invitations: readonly Invitation[];
};

/** Where accounts are kept; each change is on the disk before it is answered. */
export type KeptAccounts = { readonly current: Accounts; change(next: Accounts): void };

const NOBODY: Accounts = { devices: [], invitations: [] };

/** Accounts that are gone with the process. */
export const accountsInMemory = (): KeptAccounts => {
  let current = NOBODY;
  return {
    get current() {
      return current;
    },
    change: (next) => void (current = next),
  };
};

/**
 * Accounts in a file that only its owner reads. Throws if the file exists but cannot be understood,
 * so that nobody is locked out by mistake.
 */
export const accountsInFile = (file: string): KeptAccounts => {
  let current = existsSync(file) ? accountsIn(readFileSync(file, 'utf8')) : NOBODY;
  return {
    get current() {
      return current;
    },
    change: (next) => {
      writeWhole(file, JSON.stringify(next, undefined, 2));
      current = next;
    },
  };
};

const accountsIn = (text: string): Accounts => {
  const value: unknown = JSON.parse(text);
  if (!areAccounts(value)) throw new Error('they are not in the form that the server writes');
  return value as Accounts;
};

/** Writes next to the old file first: a crash in between leaves one of the two intact. */
const writeWhole = (file: string, text: string): void => {
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
};
