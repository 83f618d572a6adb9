import { chooseProgrammes, renameWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import type { Programme } from '#core/record/record.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';

/** Gives the workspace another name. */
export const nameWorkspace = (records: Pick<Records, 'change'>, name: string) =>
  records.change(
    WORKSPACE_ID,
    onKind('workspace', (now) => renameWorkspace(now, name)),
  );

/** Puts a programme into use, or hides it. */
export const useProgramme = (
  records: Pick<Records, 'change'>,
  programme: Programme,
  used: boolean,
) =>
  records.change(
    WORKSPACE_ID,
    onKind('workspace', (workspace) => chooseProgrammes(workspace, programme, used)),
  );
