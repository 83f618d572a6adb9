import { afterEach, describe, expect, test } from 'vitest';
import { recogniseFile } from '#domain/apple-credit/sheet.ts';
import { NO_CHOICE } from '#domain/apple-credit/import-rows.ts';
import { openTrial } from '#data/import/dry-run.ts';
import { runImport } from '#data/import/run.ts';
import { undoImport } from '#data/import/undo.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const files = import.meta.glob('../fixtures/apple-codes/*', { query: '?url', import: 'default', eager: true });
let world: TestWorkspace | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

const waiting = async (name: string) => {
  const text = await (await fetch(files[`../fixtures/apple-codes/${name}`] as string)).text();
  const rows = text
    .split(/\r?\n/)
    .flatMap((line, at) => (line === '' ? [] : [{ number: at + 1, cells: line.split(',') }]));
  const found = recogniseFile({ name, digest: name, sheets: [{ name: '', rows }] });
  if (!found.ok) throw new Error(found.problem.code);
  return { name, digest: name, sheets: found.value.sheets };
};

describe('time', () => {
  test('A5: ten thousand', { timeout: 60_000 }, async () => {
    world = await openTestWorkspace();
    const long: number[] = [];
    const observer = new PerformanceObserver((list) =>
      long.push(...list.getEntries().map((e) => Math.round(e.duration))),
    );
    observer.observe({ entryTypes: ['longtask'] });
    const file = await waiting('15-large-10000.csv');
    for (let round = 0; round < 2; round += 1) {
      const t0 = performance.now();
      const trial = openTrial(world);
      const dry = await trial.try(file, {}, NO_CHOICE);
      const t1 = performance.now();
      console.log('dry', Math.round(t1 - t0), JSON.stringify(dry.plan.counts), long.splice(0).join());
      if (dry.plan.counts.new === 0) continue;
      const done = await runImport(dry, world);
      const t2 = performance.now();
      console.log('write', Math.round(t2 - t1), long.splice(0).join());
      expect(done.ok).toBe(true);
    }
    const [run] = await world.records.find({ kind: 'import-run' });
    const t3 = performance.now();
    const undone = await undoImport(world.records, run!.id, 'undone');
    console.log('undo', Math.round(performance.now() - t3), JSON.stringify(undone), long.splice(0).join());
    const t4 = performance.now();
    const again = await openTrial(world).try(file, {}, NO_CHOICE);
    const t5 = performance.now();
    console.log('redo dry', Math.round(t5 - t4), JSON.stringify(again.plan.counts), long.splice(0).join());
    await runImport(again, world);
    console.log('redo write', Math.round(performance.now() - t5), long.splice(0).join());
  });
});
