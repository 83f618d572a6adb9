import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstWritten, currentSteps, type Step } from '#core/record/step.ts';
import { ends } from '#tests/factories/ends.ts';

const step = (id: string, at: number, corrects?: string): Step => ({
  id,
  kind: 'ordered',
  on: '2026-11-20',
  at,
  by: 'sara',
  ...(corrects === undefined ? {} : { corrects }),
});

/** The id of the first step that one corrects, found by going back from it alone. */
const rootOf = (steps: readonly Step[], { id, corrects }: Step): string => {
  const earlier = steps.find((step) => step.id === corrects);
  return earlier === undefined ? id : rootOf(steps, earlier);
};

describe('X9: steps that correct each other are read, however many they are', () => {
  test('X9: a chain of 200,000 is read to its end, and counts as its newest correction', () => {
    const chain = Array.from({ length: 200_000 }, (_, at) =>
      step(`s${at}`, at, at === 0 ? undefined : `s${at - 1}`),
    );
    expect(ends(() => currentSteps(chain))).toEqual([{ ...chain.at(-1), id: 's0' }]);
    expect(ends(() => chain.reduce((sum, step) => sum + firstWritten(chain, step), 0))).toBe(
      (199_999 * 200_000) / 2,
    );
  });

  test('X9: a circle comes to an end, whoever is asked about first', () => {
    const circle = [
      step('a', 1, 'c'),
      step('b', 2, 'a'),
      step('c', 3, 'b'),
      step('d', 4, 'd'),
      step('e', 5, 'nobody'),
    ];
    const standing = ends(() => currentSteps(circle)).map(({ id, at }) => [id, at]);
    expect(standing).toEqual([
      ['a', 3],
      ['d', 4],
      ['e', 5],
    ]);
    expect(currentSteps(circle.toReversed()).map(({ id, at }) => [id, at])).toEqual(standing);
  });

  test('X8: each is filed under the first step that it corrects, whatever order they come in', () => {
    const made = fc
      .array(fc.nat({ max: 20 }), { maxLength: 20 })
      .map((before) =>
        before.map((back, at) =>
          step(`s${at}`, at, back > at || back === 0 ? undefined : `s${at - back}`),
        ),
      );
    fc.assert(
      fc.property(made, fc.boolean(), (steps, turned) => {
        const newest = new Map(steps.map((step) => [rootOf(steps, step), step.at]));
        const standing = currentSteps(turned ? steps.toReversed() : steps);
        expect(new Map(standing.map(({ id, at }) => [id, at]))).toEqual(newest);
      }),
    );
  });
});
