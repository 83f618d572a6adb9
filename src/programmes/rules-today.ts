import {
  areOrdersSaid,
  ordersToday,
  saidOrders,
} from '#programmes/adobe-vip/rules/edition/rules-today.ts';
import { orderEditions } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import {
  ACCOUNTS_RULE,
  accountsEditionOf,
  appleLicencesEditions,
} from '#programmes/apple-licences/rules/editions.ts';
import type { Edition } from '#core/edition.ts';
import type { Draft, Programme } from '#core/record/record.ts';
import { ok, type Result } from '#core/result.ts';
import type { Workspace, WorkspaceData } from '#workspace/rules/settings/workspace.ts';

/**
 * What Apple and Adobe changed, so that a person must say which of it holds for them today (X15).
 */
export type RuleQuestion = 'accounts' | 'orders';

/** The edition that a person says holds, by question; one that was not asked has none. */
export type RulesToday = Readonly<Partial<Record<RuleQuestion, string>>>;

const PROGRAMME = { accounts: 'apple-licences', orders: 'adobe-vip' } as const satisfies Record<
  RuleQuestion,
  Programme
>;

/** What there is to choose from, the seed's own first. */
export const RULE_ANSWERS: Readonly<Record<RuleQuestion, readonly Edition[]>> = {
  accounts: appleLicencesEditions.filter(({ rule }) => rule === ACCOUNTS_RULE),
  orders: orderEditions,
};

/** What is asked of who manages these programmes. */
export const questionsOf = (programmes: readonly Programme[]): readonly RuleQuestion[] =>
  (['accounts', 'orders'] as const).filter((question) => programmes.includes(PROGRAMME[question]));

type Settings = Pick<WorkspaceData, 'accountsEdition' | 'editions'>;

/** The edition that holds in a workspace, chosen or the seed's own. */
export const ruleToday = (
  { accountsEdition, editions }: Settings,
  question: RuleQuestion,
): string =>
  question === 'accounts' ? accountsEditionOf(accountsEdition) : ordersToday(editions).id;

/** What nobody answered in a workspace yet, of what its programmes ask: each is asked once. */
export const unansweredRules = (
  data: Settings & Pick<WorkspaceData, 'programmes'>,
): readonly RuleQuestion[] =>
  questionsOf(data.programmes).filter((question) =>
    question === 'accounts' ? (data.accountsEdition ?? '') === '' : !areOrdersSaid(data.editions),
  );

/** The settings with what was said; it can be changed in them later. */
export const withRules = (
  data: WorkspaceData,
  { accounts, orders }: RulesToday,
): WorkspaceData => ({
  ...data,
  ...(accounts !== undefined && { accountsEdition: accounts }),
  ...(orders !== undefined && { editions: { ...data.editions, ...saidOrders(orders) } }),
});

/** Says which rules hold today, of those that were asked. */
export const chooseRules = (
  workspace: Workspace,
  rules: RulesToday,
): Result<Draft<WorkspaceData>, never> =>
  ok({ ...workspace, data: withRules(workspace.data, rules) });
