import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a run a folder of its own for what its tests put on the disk, workers included; what it
 * answers takes it away.
 */
export default (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-run-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
};
