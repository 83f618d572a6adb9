import type { Data } from '#domain/record.ts';
import type { Problem } from '#domain/result.ts';
import type { Command, Records } from '#data/records.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { vipProblem } from './vip-words.ts';

type Words = Pick<Texts, 'vip' | 'format'>;

/** Says why something was not done where no form stands open to say it in; answers it. */
export const sayRefusal = (problem: Problem | undefined, text: Words, today: string): Problem | undefined => {
  if (problem !== undefined) toasts.say(vipProblem(problem, text, today));
  return problem;
};

/** A way back that runs a command; where that is refused it says why. */
export const undoing =
  <D extends Data>(records: Records, id: string, command: Command<D>, text: Words) =>
  async (): Promise<void> => {
    const answer = await records.change<D>(id, command);
    if (!answer.ok) sayRefusal(answer.problem, text, records.doing().today);
  };

/** A way back over many records; where one of them refuses it says why. */
export const undoingMany =
  (records: Records, ids: readonly string[], command: Command, text: Words) => async (): Promise<void> => {
    const [problem] = (await records.changeMany(ids, command)).values();
    sayRefusal(problem, text, records.doing().today);
  };
