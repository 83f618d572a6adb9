import type { Disk } from '../data/sync/disk.ts';
import type { FuzzServer } from './fuzz-server.ts';

/** Where a round is played: in Node over a memory, or in a browser's page over its own database. */
export type Ground = {
  /** On a disk where it has to be put back. */
  openServer(onDisk: boolean): Promise<FuzzServer>;
  newDisk(): Disk;
  /** Lets everything else have its turn once. */
  turn(): Promise<void>;
};
