import { describe, expect, test } from 'vitest';
import { planImport, planRows } from '#programmes/apple-credit/import/plan/plan.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import { inTurns } from '#data/import/in-turns.ts';
import { codeFile, codeRow, creditFile, orderRow } from '#tests/factories/import-world.ts';

const known = {
  orders: [],
  batches: [],
  codes: new Map(),
  codesUnder: new Map(),
  unfinished: new Set<string>(),
  strange: { ids: new Map(), numbers: new Set<string>() },
  fileNames: new Map<string, string>(),
  idOf: (key: readonly string[]) => key.join(),
};
const codes = codeFile(Array.from({ length: 5000 }, (_, at) => codeRow(at + 2, `code-${at}`)));
const orders = creditFile(
  Array.from({ length: 5000 }, (_, at) =>
    orderRow({ row: at + 2, codeId: `code-${at}`, orderNumber: `W${at}` }),
  ),
);

/** How many turns others had while work was done. */
const turnsDuring = async <T>(work: () => Promise<T>): Promise<{ result: T; turns: number }> => {
  let [turns, isDone] = [0, false];
  const turn = (): void => {
    turns += 1;
    if (!isDone) setTimeout(turn);
  };
  setTimeout(turn);
  const result = await work();
  isDone = true;
  return { result, turns };
};

describe('work in turns', () => {
  test.each([
    ['codes', codes],
    ['orders', orders],
  ])(
    'A5: planning a sheet of %s lets others have their turn, and plans the same',
    async (_, file) => {
      const plan = () => planRows(file, known, NO_CHOICE, '2026-11-20');
      const { result, turns } = await turnsDuring(() => inTurns(plan()));
      expect(turns).toBeGreaterThanOrEqual(5);
      expect(result).toEqual(planImport(file, known, NO_CHOICE, '2026-11-20'));
      expect(result.rows).toHaveLength(5000);
    },
  );

  test('A5: planning stops when it is cancelled', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort());
    await expect(
      inTurns(planRows(codes, known, NO_CHOICE, '2026-11-20'), stop.signal),
    ).rejects.toThrow('aborted');
  });
});
