import { memoryDisk } from '../data/sync/disk.ts';
import type { Ground } from './ground.ts';
import { openServer } from './server.ts';

/** Devices in Node, with their records in memory; `isHttp` puts the server behind a port. */
export const nodeGround = (isHttp = false): Ground => ({
  openServer: (onDisk) => openServer(isHttp, onDisk),
  newDisk: memoryDisk,
  turn: () => new Promise((resolve) => setImmediate(resolve)),
});
