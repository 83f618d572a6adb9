import type { Act } from '#domain/act.ts';
import type { VolymRecord } from '#domain/record.ts';
import { lastOf } from '#domain/step.ts';
import type { JudgedAct } from '#data/acts/undo-act.ts';
import type { Records } from '#data/records.ts';
import { recordName } from '../history/record-name.ts';
import type { Texts } from '../text.ts';

/** An act as the list shows it: what was done, when and to whom, and what of it stays. */
export type ShownAct = { readonly act: Act; readonly name: string; readonly details: readonly string[] };

type Shown = { readonly records: Pick<Records, 'many'>; readonly text: Texts; readonly now: number };

/** The acts in words. */
export const shownActs = async (
  judged: readonly JudgedAct[],
  { records, text, now }: Shown,
): Promise<readonly ShownAct[]> => {
  const parents = await records.many(judged.flatMap(({ back }) => (back[0]?.parent ? [back[0].parent] : [])));
  const words = text.acts;
  return judged.map(({ act, back, changed }) => {
    const all = back.length + changed;
    const when = text.format.when(act.at, now);
    const about = subjectOf(act, back, parents, text);
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
  parents: ReadonlyMap<string, VolymRecord>,
  text: Texts,
): string[] => {
  const [first] = back;
  if (first === undefined) return [];
  if (kind === 'handed-out') {
    const parent = parents.get(first.parent);
    const { to } = lastOf(first.steps, kind)?.data ?? {};
    return [...(to === undefined ? [] : [to]), ...(parent === undefined ? [] : [recordName(parent, text)])];
  }
  const { purchaserName = '' } = first.data as { readonly purchaserName?: string };
  if ((kind === 'validated' || kind === 'rejected') && purchaserName !== '') return [purchaserName];
  return [text.acts.andMore(recordName(first, text), back.length - 1)];
};
