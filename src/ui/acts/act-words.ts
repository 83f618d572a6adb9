import type { Act } from '#domain/act.ts';
import type { VolymRecord } from '#domain/record.ts';
import { lastOf } from '#domain/step.ts';
import type { JudgedAct } from '#data/acts/undo-act.ts';
import type { Records } from '#data/records.ts';
import type { Texts } from '../text.ts';

/** An act as the list shows it: what was done, when and to whom, and what of it stays. */
export type ShownAct = { readonly act: Act; readonly name: string; readonly details: readonly string[] };

/** What acts are told with. */
export type ActTelling = {
  readonly words: Texts['acts'];
  readonly format: Texts['format'];
  /** What a record is called; left out on the screen of what all these acts were done with, which says it itself. */
  readonly nameOf?: ((record: VolymRecord) => string) | undefined;
};

type Shown = ActTelling & { readonly records: Pick<Records, 'many'>; readonly now: number };

/** The acts in words. */
export const shownActs = async (
  judged: readonly JudgedAct[],
  { records, words, format, nameOf, now }: Shown,
): Promise<readonly ShownAct[]> => {
  const parentIds = judged.flatMap(({ back }) => (back[0]?.parent ? [back[0].parent] : []));
  const parents = await records.many(nameOf === undefined ? [] : parentIds);
  return judged.map(({ act, back, changed }) => {
    const all = back.length + changed;
    const when = format.when(act.at, now);
    const about = subjectOf(act, back, { parents, words, nameOf });
    return {
      act,
      name: words.names[act.kind](all),
      details: [[when, ...about].join(' · '), ...(changed === 0 ? [] : [words.stays(changed, all)])],
    };
  });
};

/** Whom or what it was done to: who got codes, and of what; the purchaser; the first record, and how many more. */
const subjectOf = (
  { kind }: Act,
  back: readonly VolymRecord[],
  {
    parents,
    words,
    nameOf = () => '',
  }: Pick<Shown, 'words' | 'nameOf'> & { readonly parents: ReadonlyMap<string, VolymRecord> },
): string[] => {
  const [first] = back;
  if (first === undefined) return [];
  if (kind === 'handed-out') {
    const parent = parents.get(first.parent);
    const { to } = lastOf(first.steps, kind)?.data ?? {};
    return [...(to === undefined ? [] : [to]), ...(parent === undefined ? [] : [nameOf(parent)])];
  }
  const { purchaserName = '' } = first.data as { readonly purchaserName?: string };
  if ((kind === 'validated' || kind === 'rejected') && purchaserName !== '') return [purchaserName];
  return [words.andMore(nameOf(first), back.length - 1)];
};
