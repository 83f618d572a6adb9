import type { OwnConnection } from '#data/sync/server/connection.ts';
import type { HandedKeys } from '#data/vault/keys.ts';

/**
 * A device of a workspace: where its server is, how it is let in, and the keys that all devices of
 * it share.
 */
export type SyncPlace = {
  readonly workspace: string;
  readonly connection: OwnConnection;
  readonly keys: HandedKeys;
};

/** A device under measure: its own store, and what keeps it in step with the endpoint. */
export type SyncDevice = {
  /** Writes so many records into the own store; answers the ids of the first. */
  fill(count: number): Promise<string[]>;
  /** Begins to keep in step, from then on both ways. */
  begin(): Promise<void>;
  /** The own store holds so many. */
  holds(count: number): Promise<void>;
  /** Writes one change into the own store. */
  change(id: string, amount: string): Promise<void>;
  /** Listens; what it answers is kept when a reader of the own store has that change. */
  hears(id: string, amount: string): Promise<{ readonly heard: Promise<void> }>;
};

/** As many documents a request, whoever asks. */
export const BATCH = 200;
