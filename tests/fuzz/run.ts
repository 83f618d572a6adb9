import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { nodeGround } from './node-ground.ts';
import { playRound } from './round.ts';

// `npm run fuzz -- --seeds 10000 [--from N] [--http]`: rounds at will; a seed that fails is
// printed with how to run it alone.

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    http: { type: 'boolean', default: false },
  },
});
const [from, count] = [Number(values.from), Number(values.seeds)];

const alone = (seed: number): string =>
  `npm run fuzz -- --seeds 1 --from ${seed}${values.http ? ' --http' : ''}`;

/** A round that hangs has failed, too (ms). */
const HANGS = 120_000;

const whatIsWrong = (seed: number): Promise<readonly string[]> => {
  const { promise, resolve } = Promise.withResolvers<readonly string[]>();
  const timer = setTimeout(() => resolve([`it hangs for ${HANGS / 1_000} s`]), HANGS);
  playRound(nodeGround(values.http), seed)
    .then(resolve, (error: unknown) => resolve([String((error as Error).stack)]))
    .finally(() => clearTimeout(timer));
  return promise;
};

/**
 * Rounds of one process: Node keeps something of every request that a signal could have ended,
 * about 1 MB a round.
 */
const PIECE = 1_000;

const playAll = async (): Promise<number> => {
  const failed: number[] = [];
  const began = Date.now();
  for (let seed = from; seed < from + count; seed += 1) {
    const wrong = await whatIsWrong(seed);
    if (wrong.length > 0) {
      failed.push(seed);
      console.error(`\nSeed ${seed} failed:\n  ${wrong.join('\n  ')}\nAlone: ${alone(seed)}`);
    }
    const done = seed - from + 1;
    if (done % 100 === 0 || done === count) {
      const each = Math.round((Date.now() - began) / done);
      console.log(
        `${done} of ${count} rounds from seed ${from}, ${failed.length} failed, ${each} ms each`,
      );
    }
  }
  if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
  return failed.length;
};

/** Piece by piece, each in its own process; answers how many pieces failed. */
const playPieces = (): number => {
  let failed = 0;
  for (let first = from; first < from + count; first += PIECE) {
    const seeds = Math.min(PIECE, from + count - first);
    const args = [
      process.argv[1] ?? '',
      '--seeds',
      `${seeds}`,
      '--from',
      `${first}`,
      ...(values.http ? ['--http'] : []),
    ];
    if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) failed += 1;
  }
  console.log(
    `${count} rounds from seed ${from}: ${failed === 0 ? 'none failed' : 'some failed, as told above'}`,
  );
  return failed;
};

process.exit((count > PIECE ? playPieces() : await playAll()) > 0 ? 1 : 0);
