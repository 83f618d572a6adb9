import { othersWhoOpen } from '#workspace/rules/people/at-lock.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { peopleShutOut } from '#workspace/rules/people/shut-out.ts';
import { wrapsInUse } from '#workspace/rules/vault/keyring-commands.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import type { Changed } from './after-rows.ts';
import { loadAfterWords } from './load-after-words.ts';

/**
 * The last step of a change, asked for before it: who opens codes until then nobody knows
 * afterwards.
 */
export const loadAfter = async (
  { language, records, me, syncStatus, isDemo }: App,
  format: Texts['format'],
  what: Pick<Changed, 'what' | 'isNewPhrase'>,
) => {
  const [keyring, people, devices, words, { default: AfterStep }] = await Promise.all([
    keyringIn(records),
    records.find({ kind: 'person' }),
    records.find({ kind: 'device' }),
    loadAfterWords(language),
    import('./AfterStep.svelte'),
  ]);
  const others = othersWhoOpen(me, {
    people,
    wraps: keyring === undefined ? {} : wrapsInUse(keyring),
  });
  const out = peopleShutOut(devices);
  const namesOf = (some: readonly Person[]): string[] =>
    some.map(({ data }) => data.name).sort(format.compare);
  const names = namesOf(others.filter(({ id }) => !out.has(id)));
  const namesOut = namesOf(others.filter(({ id }) => out.has(id)));
  const hasOthers = people.length > 1 || syncStatus.state !== 'alone';
  const changed: Changed = { ...what, names, namesOut, hasOthers: hasOthers && !isDemo, isDemo };
  return { changed, words, AfterStep };
};

/** What was loaded. */
export type After = NonNullable<Awaited<ReturnType<typeof loadAfter>>>;
