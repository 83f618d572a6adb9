import { keep, readKept } from '../../device/device-store.ts';
import type { SyncStore } from '../sync-store.ts';

/**
 * Where and how this device keeps a workspace in step. What lets it in goes into a header and
 * nowhere else.
 */
export type Connection = OwnConnection | CouchConnection;

type Place = {
  /**
   * Without a slash at its end: `https://volym.example`. Of our server, with the prefix it serves
   * the app under.
   */
  readonly server: string;
  readonly database: string;
  /** What this device is called in its mark on the server, and in its record. */
  readonly device: string;
};

/** Admitted by this repository's own endpoint. */
export type OwnConnection = Place & { readonly kind?: undefined; readonly credential: string };

/** Any CouchDB, which knows users and no devices. */
export type CouchConnection = Place & CouchUser & { readonly kind: 'couch' };

/** As whom a device asks a CouchDB. */
export type CouchUser = { readonly user: string; readonly password: string };

const connectionKey = (workspaceId: string): string => `${workspaceId}/connection`;

/** How this device is admitted for that workspace, if it is. */
export const connectionOf = (workspaceId: string): Promise<Connection | undefined> =>
  readKept<Connection>(connectionKey(workspaceId));

/** Saves how this device is admitted. */
export const keepConnection = (workspaceId: string, connection: Connection): Promise<void> =>
  keep(connectionKey(workspaceId), connection);

/** What a sync of that workspace keeps over restarts, on this device. */
export const syncStoreOf = (workspaceId: string): SyncStore => ({
  get: <T>(key: string) => readKept<T>(`${workspaceId}/sync/${key}`),
  set: (key, value) => keep(`${workspaceId}/sync/${key}`, value),
});
