import { leftByUndo } from '#core/record/fields-back.ts';
import type { Doing } from '#core/record/kind.ts';
import type { ChangeTakenBack } from '#core/record/changed.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { Problem } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { vipProblem } from './vip-words.ts';

type Words = Pick<Texts, 'vip' | 'format' | 'shell'>;

/**
 * A way back; answers which fields it left since someone wrote them, and says itself why it was
 * refused otherwise.
 */
export type WayBack = () => Promise<Problem | undefined>;

/** Says why something was not done where no form stands open to say it in; answers it. */
export const sayRefusal = (
  problem: Problem | undefined,
  text: Words,
  today: string,
): Problem | undefined => {
  if (problem !== undefined) toasts.say(vipProblem(problem, text, today));
  return problem;
};

/** A way back that runs a command; where that is refused it says why. */
export const undoing =
  <D extends Data>(
    records: Records,
    id: string,
    command: (record: VolymRecord<D>, doing: Doing) => ChangeTakenBack<D>,
    text: Words,
  ): WayBack =>
  async () => {
    let stayed: readonly string[] = [];
    const answer = await records.change<D>(id, (record, doing) => {
      const taken = command(record, doing);
      stayed = taken.stayed ?? [];
      return taken;
    });
    if (answer.ok) return leftByUndo(stayed);
    const left =
      answer.problem.code === 'changed-since' ? leftByUndo(stayed, 'changed-since') : undefined;
    if (left === undefined) sayRefusal(answer.problem, text, records.doing().today);
    return left;
  };

/** A way back over many records; where one of them refuses it says why. */
export const undoingMany =
  (
    records: Records,
    ids: readonly string[],
    command: (record: VolymRecord, doing: Doing) => ChangeTakenBack<Data>,
    text: Words,
  ): WayBack =>
  async () => {
    const stayed = new Set<string>();
    const refused = await records.changeMany(ids, (record, doing) => {
      const taken = command(record, doing);
      for (const field of taken.stayed ?? []) stayed.add(field);
      return taken;
    });
    const problems = [...refused.values()];
    const left = leftByUndo(
      [...stayed],
      refused.size < ids.length ? 'changed-in-part' : 'changed-since',
    );
    const other = problems.find(({ code }) => left === undefined || code !== 'changed-since');
    sayRefusal(other, text, records.doing().today);
    return other === undefined ? left : undefined;
  };
