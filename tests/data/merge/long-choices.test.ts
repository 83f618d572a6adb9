import { expect, test } from 'vitest';
import { answerKey, type Answer, type Change, type Clash } from '#core/record/record.ts';
import { openClashes } from '#data/merge/unions.ts';

/** A list that counts how often one of its entries is looked at. */
const counted = <T extends object>(list: T, looked: () => void): T =>
  new Proxy(list, {
    get: (target, part, receiver) => {
      if (typeof part === 'string' && /^\d+$/.test(part)) looked();
      return Reflect.get(target, part, receiver) as unknown;
    },
  });

/**
 * How many looks it takes to hold a question of so many answers against a change that names as
 * many, all of them but one.
 */
const looksFor = (size: number): number => {
  let looks = 0;
  const looked = (): void => void (looks += 1);
  const answers = Array.from({ length: size }, (_, at): Answer => ({
    value: at,
    by: 'm',
    at: 1 + at,
  }));
  const others = Array.from({ length: size }, (_, at) => `other-${at}`);
  const settles = counted([...others, ...answers.slice(0, -1).map(answerKey)], looked);
  const written = answers.map(({ at }): Change => ({ id: `w${at}`, by: 'o', at, field: 'amount' }));
  const history: Change[] = [
    ...written,
    { id: 'h', by: 'm', field: 'amount', at: 90_000, asked: [], settles },
  ];
  const clashes = Array.from({ length: 10 }, (_, at): Clash => ({
    id: `c${at}`,
    field: 'amount',
    answers: counted(answers, looked) as unknown as Clash['answers'],
  }));
  const [own, other] = [
    { clashes, history: [] },
    { clashes: [], history: counted(written, looked) },
  ];
  expect(openClashes([], [own, other], [], history)).toHaveLength(1);
  return looks;
};

test('X9: what a change says that it was chosen from, however long, is gone through once', () => {
  const [once, twice] = [looksFor(400), looksFor(800)];
  expect(twice / once).toBeLessThan(2.1);
});

test('X9: a question that met another one names no more news than a record may', () => {
  const answers = [1, 2].map((at) => ({
    value: `${at}`,
    by: 'm',
    at,
  })) as unknown as Clash['answers'];
  const named = (name: string): Clash => ({
    id: name,
    field: 'trashedOn',
    answers,
    news: Array.from({ length: 21_000 }, (_, at) => `${name}-${at}`),
  });
  const [left, right] = ['a', 'b'].map((name) => ({ clashes: [named(name)], history: [] }));
  const both = openClashes([], [left!, right!], [], []);
  expect(both.map(({ news = [] }) => news.length)).toEqual([21_000]);
  expect(openClashes([], [right!, left!], [], [])).toEqual(both);
});
