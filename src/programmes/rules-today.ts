import type { Draft, Programme } from '#core/record/record.ts';
import { ok, type Result } from '#core/result.ts';
import type { Workspace, WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import { asked as vip } from './adobe-vip/ground/asked.ts';
import { asked as licences } from './apple-licences/ground/asked.ts';
import type { AskedRule, RuleSettings } from './ground.ts';

const all = { ...licences, ...vip };

/** A rule that a person must say the edition of (X15), of whichever programme. */
export type RuleQuestion = keyof typeof all;

/** The rules that are asked about, by question, in the order in which people meet them. */
export const rulesAsked: Readonly<Record<RuleQuestion, AskedRule>> = all;

/** The edition that a person says holds, by question; one that was not asked has none. */
export type RulesToday = Readonly<Partial<Record<RuleQuestion, string>>>;

// The keys of an object are those of its type: it is written down above.
const QUESTIONS = Object.keys(rulesAsked) as RuleQuestion[];

/** What is asked of who manages these programmes. */
export const questionsOf = (programmes: readonly Programme[]): readonly RuleQuestion[] =>
  QUESTIONS.filter((question) => programmes.includes(rulesAsked[question].programme));

/** The edition that holds in a workspace, chosen or the seed's own. */
export const ruleToday = (settings: RuleSettings, question: RuleQuestion): string =>
  rulesAsked[question].today(settings);

/** What nobody answered in a workspace yet, of what its programmes ask: each is asked once. */
export const unansweredRules = (
  data: RuleSettings & Pick<WorkspaceData, 'programmes'>,
): readonly RuleQuestion[] =>
  questionsOf(data.programmes).filter((question) => !rulesAsked[question].isSet(data));

/** The settings with the chosen rules; they can be changed there later. */
export const withRules = (data: WorkspaceData, rules: RulesToday): WorkspaceData =>
  QUESTIONS.reduce((settings, question) => {
    const edition = rules[question];
    return edition === undefined
      ? settings
      : { ...settings, ...rulesAsked[question].say(edition, settings) };
  }, data);

/** Says which rules hold today, of those that were asked. */
export const chooseRules = (
  workspace: Workspace,
  rules: RulesToday,
): Result<Draft<WorkspaceData>, never> =>
  ok({ ...workspace, data: withRules(workspace.data, rules) });
