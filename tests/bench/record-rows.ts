import { inBenchPage, measure } from './bench-page.ts';
import type { BenchRow } from './table.ts';

/** What it costs that two copies of a record meet. */
export const mergeRows = (): Promise<BenchRow[]> =>
  inBenchPage(async (page) => {
    const rows: BenchRow[] = [];
    for (const entries of [20, 200]) {
      const { merge, bare } = await measure(page, 'mergeCost', entries);
      rows.push({
        what: `merge of an order with ${entries} entries of history (µs)`,
        volym: merge,
        bare,
      });
    }
    return rows;
  });

/** What it costs to seal what goes out, and to open what comes in. */
export const sealRows = (): Promise<BenchRow[]> =>
  inBenchPage(async (page) => {
    const { seal, open, bareSeal, bareOpen, bytes } = await measure(page, 'sealAndOpen', 10_000);
    return [
      { what: 'seal 10,000 documents', volym: seal.ms, bare: bareSeal.ms, block: seal.longest },
      { what: 'open 10,000 documents', volym: open.ms, bare: bareOpen.ms, block: open.longest },
      { what: 'one sealed document (bytes)', volym: bytes },
    ];
  });

/**
 * What it costs to look at the form of all that comes in, beside reading the same text without a
 * look.
 */
export const doorRows = (): Promise<BenchRow[]> =>
  inBenchPage(async (page) => {
    const { door, bare } = await measure(page, 'readThroughDoor', 10_000);
    return [{ what: 'read 10,000 orders through the door', volym: door, bare }];
  });

/**
 * A backup of so many records, its test, and its way back; `heap` is the most that was seen,
 * garbage and all.
 */
export const backupRows = (count: number): Promise<BenchRow[]> =>
  inBenchPage(async (page) => {
    const cdp = await page.context().newCDPSession(page);
    const used = async (): Promise<number> =>
      (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6;
    let [most, isOver] = [0, false];
    const looking = (async () => {
      for (; !isOver; await new Promise((later) => setTimeout(later, 100)))
        most = Math.max(most, await used());
    })();
    const figures = await measure(page, 'backUpAndRestore', count).finally(() => (isOver = true));
    await looking;
    const size = count.toLocaleString('en');
    const { write, test, dryRun, restore, bareWrite, bareRestore, bytes } = figures;
    return [
      {
        what: `${size}: backup written`,
        volym: write.ms,
        bare: bareWrite.ms,
        block: write.longest,
      },
      { what: `${size}: backup read back and compared`, volym: test.ms, block: test.longest },
      { what: `${size}: restore, dry run`, volym: dryRun.ms, block: dryRun.longest },
      {
        what: `${size}: restore, written`,
        volym: restore.ms,
        bare: bareRestore.ms,
        block: restore.longest,
      },
      { what: `${size}: heap at most meanwhile, the records being made too (MB)`, volym: most },
      { what: `${size}: backup (MB)`, volym: bytes / 1e6 },
    ];
  });
