import {
  chooseAccountsEdition,
  chooseEditions,
  chooseProgrammes,
  renameWorkspace,
  setResend,
} from '#workspace/rules/settings/workspace-commands.ts';
import { WORKSPACE_ID, type ResendSettings } from '#workspace/rules/settings/workspace.ts';
import type { Programme } from '#core/record/record.ts';
import { onKind, type KindCommand } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';

const changeWorkspace = <Code extends string = never>(
  records: Pick<Records, 'change'>,
  command: KindCommand<'workspace', Code>,
) => records.change(WORKSPACE_ID, onKind('workspace', command));

/** Gives the workspace another name. */
export const saveName = (records: Pick<Records, 'change'>, name: string) =>
  changeWorkspace(records, (now) => renameWorkspace(now, name));

/** Puts a programme into use, or hides it. */
export const saveProgramme = (
  records: Pick<Records, 'change'>,
  programme: Programme,
  used: boolean,
) => changeWorkspace(records, (now) => chooseProgrammes(now, programme, used));

/** Changes where credit is asked for again, and as what kind of organisation. */
export const saveResend = (records: Pick<Records, 'change'>, input: Partial<ResendSettings>) =>
  changeWorkspace(records, (now) => setResend(now, input));

/** Changes which rules of Apple's new tokens and apps go by. */
export const saveAccountsEdition = (records: Pick<Records, 'change'>, edition: string) =>
  changeWorkspace(records, (now) => chooseAccountsEdition(now, edition));

/** Changes which editions new records go by, by the names that their programme keeps them under. */
export const saveEditions = (
  records: Pick<Records, 'change'>,
  chosen: Readonly<Record<string, string>>,
) => changeWorkspace(records, (now) => chooseEditions(now, chosen));
