import { keep, readKept } from '../device-store.ts';
import type { SyncStore } from './session.ts';

/** Where and how this device keeps a workspace in step. `credential` goes into a header and nowhere else. */
export type Connection = {
  /** The server with the prefix it serves the app under, without a slash at its end: `https://volym.example`. */
  readonly server: string;
  readonly database: string;
  /** What the server calls this device. */
  readonly device: string;
  readonly credential: string;
};

const connectionKey = (workspaceId: string): string => `${workspaceId}/connection`;

/** How this device is let in for that workspace, if it is. */
export const connectionOf = (workspaceId: string): Promise<Connection | undefined> =>
  readKept<Connection>(connectionKey(workspaceId));

/** Keeps how this device is let in. */
export const keepConnection = (workspaceId: string, connection: Connection): Promise<void> =>
  keep(connectionKey(workspaceId), connection);

/** What a sync of that workspace keeps over restarts, on this device. */
export const syncStoreOf = (workspaceId: string): SyncStore => ({
  get: <T>(key: string) => readKept<T>(`${workspaceId}/sync/${key}`),
  set: (key, value) => keep(`${workspaceId}/sync/${key}`, value),
});
