import { describe, expect, test } from 'vitest';
import { IS_LONG } from '#tests/factories/long-run.ts';
import { pageGround } from './page-ground.ts';
import { playRound } from './round.ts';

// The rounds of sync.test.ts with the records of the devices in the browser's own database, as the
// app keeps them. Four at once: each waits most of its time for the disk and the server, and RxDB
// lets a page have thirteen collections open.

const from = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at);

const PATIENCE = 180_000;

const SEEDS = IS_LONG ? from(20_003, 8) : from(20_001, 2);

const AT_ONCE = 4;

const fours = from(0, Math.ceil(SEEDS.length / AT_ONCE)).map((at) =>
  SEEDS.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
);

describe.each(fours)('from seed %i', (...seeds) => {
  test.concurrent.each(seeds)(
    'X8: nothing that was acknowledged is lost on IndexedDB, and all devices agree (seed %i)',
    async (seed) => expect(await playRound(pageGround, seed)).toEqual([]),
    PATIENCE,
  );
});
