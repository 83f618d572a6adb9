import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import { currentSteps } from '#core/record/step.ts';
import { importsIn } from '#tests/factories/undone-imports.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof importsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = importsIn(world);
});

const NUMBERS = ['W1', 'W2'] as const;
const CODES = ['FAKE1111AAAA', 'FAKE2222BBBB', 'FAKE3333CCCC', 'FAKE4444DDDD'] as const;

/**
 * What is there before the first import: of each number an order by hand, perhaps with a code,
 * perhaps in the trash.
 */
const original = fc.record({
  is: fc.constantFrom('none', 'live', 'thrown'),
  code: fc.constantFrom('none', 'free', 'redeemed'),
});
const row = fc
  .record({
    number: fc.constantFrom(...NUMBERS),
    orderDate: fc.constantFrom('', '2026-10-29', '2026-10-30'),
    readyOn: fc.constantFrom('', '2026-11-01', '2026-11-05', '2026-11-09'),
    amount: fc.constantFrom('', '100.00', '200.00', '300.00'),
    code: fc.constantFrom('', ...CODES),
    status: fc.constantFrom('', 'Redeemed'),
  })
  .map(({ number, orderDate, readyOn, amount, code, status }) =>
    [number, orderDate, readyOn, amount, amount && 'SEK', code, status].join(','),
  );
const sheets = fc.array(fc.array(row, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
});

const KINDS = ['credit-order', 'redemption-code'] as const;
const everything = async (trashed: boolean) =>
  (await Promise.all(KINDS.map((kind) => world.records.find({ kind, trashed })))).flat();

/** A record's content: where it is, its fields without the seal, and its steps in effect. */
const saying = ({ id, parent, trashedOn, data, steps }: VolymRecord) => ({
  id,
  parent,
  trashedOn,
  data: { ...data, sealed: undefined },
  steps: currentSteps(steps).map(({ kind, on, data: said, note }) => ({ kind, on, said, note })),
});
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

const makeOriginals = async (
  originals: readonly { readonly is: string; readonly code: string }[],
) => {
  for (const [at, { is, code }] of originals.entries()) {
    if (is === 'none') continue;
    const id = await hands.orderByHand(NUMBERS[at]!, '100.00');
    const typed = code === 'none' ? undefined : await hands.typeCode(id, CODES[at]!);
    if (typed !== undefined && code === 'redeemed')
      await hands.redeemCode({ id: typed, parent: id });
    if (is === 'thrown') await hands.throwAway(id);
  }
};

test(
  'A5: imports of the same orders, all undone in any order, leave everything as it was',
  { timeout: 240_000 },
  async () => {
    const inAnyOrder = sheets.chain((files) =>
      fc.record({
        files: fc.constant(files),
        order: fc.shuffledSubarray([...files.keys()], { minLength: files.length }),
        originals: fc.tuple(original, original),
      }),
    );
    await fc.assert(
      fc.asyncProperty(inAnyOrder, async ({ files, order, originals }) => {
        await makeOriginals(originals);
        const before = (await everything(true)).map(saying).sort(byId);
        const runs: string[] = [];
        for (const [at, rows] of files.entries())
          runs.push(await hands.bring(`${at}.csv`, ...rows));
        for (const at of order) await hands.undo(runs[at]!);
        const ids = new Set(before.map(({ id }) => id));
        const after = await everything(true);
        const theirs = after.filter(({ id, trashedOn }) => !ids.has(id) && trashedOn === '');
        const kept = await Promise.all(runs.map((run) => hands.keptBy(run)));
        await world.records.discard([...after.map(({ id }) => id), ...runs]);
        expect(theirs.map(saying)).toEqual([]);
        expect(
          after
            .filter(({ id }) => ids.has(id))
            .map(saying)
            .sort(byId),
        ).toEqual(before);
        expect(kept.flat()).toEqual([]);
      }),
      { seed: 20261120, numRuns: 12, endOnFailure: true },
    );
  },
);
