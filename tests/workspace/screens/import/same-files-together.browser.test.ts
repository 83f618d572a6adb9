import { describe, expect, test } from 'vitest';
import type { ImportScreen } from '#workspace/screens/import/import-screen.svelte.ts';
import type { Line } from '#workspace/screens/import/importing.ts';
import { someOf } from '#tests/factories/long-run.ts';
import { randomFrom } from '#tests/fuzz/random.ts';
import { openImport } from './show-import.ts';

const urls = import.meta.glob<string>(
  [
    '/tests/fixtures/{adobe,apple-codes,apps-and-books,install-status,people}/*.{csv,xls,xlsx,json}',
    '!**/{*expected,*-cases,return-windows,customer-stages,dataset}.json',
    '!**/15-large-10000.csv',
  ],
  { query: '?url', import: 'default', eager: true },
);

const filesOf = async (paths: readonly string[]): Promise<File[]> =>
  Promise.all(
    paths.map(async (path) => {
      const bytes = await (await fetch(urls[path] ?? '')).blob();
      return new File([bytes], path.split('/').at(-1) ?? path);
    }),
  );

/** Guessed columns are right, and of each question the first answer is. */
const answerAll = async (screen: ImportScreen): Promise<void> => {
  for (const programme of screen.programmes) {
    if (screen.partOf(programme)?.sheets.some(({ needsMapping }) => needsMapping) === true)
      await screen.confirmColumns(programme);
    for (const { id, choices } of screen.questionsOf(programme)) {
      const [first] = choices;
      if (first !== undefined && !(id in screen.answers)) await screen.answer(id, first.id);
    }
  }
};

const writtenIn = (screen: ImportScreen): readonly Line[] =>
  screen.programmes
    .flatMap((programme): readonly Line[] => screen.triedOf(programme)?.plan.rows ?? [])
    .filter(({ outcome }) => outcome === 'new' || outcome === 'changed');

const SEEDS = Array.from({ length: 16 }, (_, at) => at + 1);

describe('A5: files that were read together', () => {
  test.each(someOf(SEEDS, 4))('A5: are nothing new in any order, seed %i', async (seed) => {
    const random = randomFrom(seed);
    const shuffled = Object.keys(urls)
      .map((path) => ({ path, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ path }) => path);
    const chosen = shuffled.slice(0, 2 + Math.floor(random() * 4));
    const { screen } = await openImport(
      async () => true,
      ['apple-credit', 'apple-licences', 'adobe-vip'],
    );
    // What waits for a record that another file brings comes with the second time.
    for (const paths of [chosen, chosen]) {
      await screen.choose(await filesOf(paths));
      if (screen.phase !== 'tried') return;
      await answerAll(screen);
      if (writtenIn(screen).length > 0) expect(await screen.run()).toBeDefined();
    }
    await screen.choose(await filesOf(chosen));
    if (screen.phase === 'tried') {
      await answerAll(screen);
      expect({ chosen, written: writtenIn(screen) }).toEqual({ chosen, written: [] });
    }
    for (const paths of [chosen.toReversed(), ...chosen.map((path) => [path])]) {
      await screen.choose(await filesOf(paths));
      if (screen.phase !== 'tried') continue;
      await answerAll(screen);
      // Of two files that say different things of one record, the one that is read last decides.
      const fresh = writtenIn(screen).filter(({ outcome }) => outcome === 'new');
      expect({ paths, fresh }).toEqual({ paths, fresh: [] });
    }
  });
});
