import { backUpAndRestore } from './backup-row.ts';
import { readThroughDoor } from './door-row.ts';
import { licenceRow } from './licence-row.ts';
import { mergeCost } from './merge-row.ts';
import { sealAndOpen } from './seal-row.ts';
import { seedApp, seedApps, seedVip } from './seed-app.ts';
import { storeRow } from './store-row.ts';
import { measuredDevice } from './sync/measured-device.ts';
import { unlockAndDecrypt } from './vault-row.ts';
import { vipRow } from './vip-row.ts';

const measures = {
  seedApp,
  seedApps,
  seedVip,
  storeRow,
  licenceRow,
  vipRow,
  unlockAndDecrypt,
  mergeCost,
  sealAndOpen,
  readThroughDoor,
  backUpAndRestore,
};

/** What the bench asks of its page. */
export type BenchPage = typeof measures;

Object.assign(globalThis, { bench: { ...measures, device: measuredDevice } });
