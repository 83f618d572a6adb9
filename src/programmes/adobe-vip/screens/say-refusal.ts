import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Problem } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { vipProblem } from './problem-words.ts';

type Words = Pick<Texts, 'vip' | 'format' | 'shell'>;

/** Shows why something was not done if no form is open to show it in; returns the refusal. */
export const sayRefusal = <Code extends VipRefused['code']>(
  problem: Problem<Code> | undefined,
  text: Words,
  today: string,
): Problem<Code> | undefined => {
  if (problem !== undefined) toasts.say(vipProblem(problem, text, today));
  return problem;
};

/** Says why an undo was refused, on the day on which it is asked for. */
export const sayingRefusal =
  (records: Pick<Records, 'doing'>, text: Words) =>
  (problem: VipRefused): void =>
    void sayRefusal(problem, text, records.doing().today);
