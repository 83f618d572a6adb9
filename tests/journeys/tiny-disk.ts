import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, small enough to be filled; only root may make one. */
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
 * Mounts a disk in memory; undefined where this is not allowed. Chromium's own profile takes 5 MB
 * of it.
 */
export const tinyDisk = (megabytes: number): TinyDisk | undefined => {
  const path = mkdtempSync(join(tmpdir(), 'volym-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
      stdio: 'ignore',
    });
  } catch {
    rmSync(path, { recursive: true });
    return undefined;
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
