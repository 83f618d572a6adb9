import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Day } from '#core/day/day.ts';
import { saidDay } from '#core/import/import-steps.ts';
import { WITHDRAWN, type Step } from '#core/record/step.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import type { HistoryLine } from '../order/history-words.ts';
import { nameOf } from '#workspace/screens/people/who.ts';

type Means = { readonly app: Pick<App, 'people'>; readonly text: Texts; readonly today: Day };

/**
 * Everything that was done with a code, newest first, including what has been corrected or
 * withdrawn since. Views have their own log.
 */
export const codeHistory = (code: Pick<RedemptionCode, 'steps'>, means: Means): HistoryLine[] =>
  code.steps
    .flatMap((step) => {
      const what = wordsOf(step, code.steps, means);
      const { id, at, by } = step;
      return what === undefined
        ? []
        : [{ id, at, what, who: nameOf(means.app, by, means.text.credit.code) }];
    })
    .sort((a, b) => b.at - a.at);

const wordsOf = (step: Step, all: readonly Step[], { text, today }: Means): string | undefined => {
  const words = text.credit.code;
  const on = saidDay(step);
  const day = on === '' ? '' : text.format.dayShort(on, today);
  const { to = '', account = '', place = '' } = step.data ?? {};
  if (step.kind === WITHDRAWN) {
    const isRedeemed = all.find(({ id }) => id === step.withdraws)?.kind === 'redeemed';
    return (isRedeemed ? words.redeemedBack : words.handedOutBack)(step.reason ?? '');
  }
  if (step.kind !== 'redeemed' && step.kind !== 'handed-out') return undefined;
  const title =
    step.kind === 'redeemed'
      ? [words.redeemedTitle(day), account, place].filter((part) => part !== '').join(', ')
      : words.handedOutTitle(to, day);
  return step.corrects === undefined ? title : words.correctedTo(title, step.reason ?? '');
};
