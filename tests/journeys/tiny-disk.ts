import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A separate disk, small enough to be filled. */
export type TinyDisk = {
  readonly path: string;
  /** Leaves so many bytes free. */
  fill(free?: number): void;
  makeRoom(): void;
  remove(): void;
};

/** Bytes written at a time. */
const PIECE = 65_536;

/**
 * Mounts a disk in memory, which root alone may do; throws for others. Chromium's own profile
 * takes 5 MB of it.
 */
export const tinyDisk = (megabytes: number): TinyDisk => {
  const path = mkdtempSync(join(tmpdir(), 'volym-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
      stdio: 'ignore',
    });
  } catch (cause) {
    rmSync(path, { recursive: true });
    throw new Error('No disk could be mounted to be filled. Run this test as root.', { cause });
  }
  const filler = join(path, 'filler');
  return {
    path,
    fill: (free = 0) => {
      const { bavail, bsize } = statfsSync(path);
      for (let left = bavail * bsize - free; left > 0; left -= PIECE) {
        try {
          appendFileSync(filler, Buffer.alloc(Math.min(PIECE, left)));
        } catch {
          // The browser took the last of it meanwhile.
          return;
        }
      }
    },
    makeRoom: () => rmSync(filler),
    remove: () => {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true });
    },
  };
};
