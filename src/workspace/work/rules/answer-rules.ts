import { chooseRules, type RulesToday } from '#programmes/rules-today.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';

/** Writes which of the rules hold today. */
export const answerRules = (records: Pick<Records, 'change'>, answered: RulesToday) =>
  records.change(
    WORKSPACE_ID,
    onKind('workspace', (workspace) => chooseRules(workspace, answered)),
  );
