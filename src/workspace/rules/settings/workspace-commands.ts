import type { Draft, Programme } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { whyTooLong } from '#core/text/long-texts.ts';
import { withRules, type RulesToday } from '#programmes/rules-today.ts';
import {
  WORKSPACE_ID,
  type ResendSettings,
  type Workspace,
  type WorkspaceData,
} from './workspace.ts';

/** The workspace's first settings, with the chosen rules that hold today. */
export const newWorkspace = (
  name: string,
  programmes: readonly Programme[],
  rules: RulesToday = {},
): Draft<WorkspaceData> => ({
  id: WORKSPACE_ID,
  kind: 'workspace',
  programme: 'workspace',
  parent: '',
  data: withRules(
    { v: 1, name, programmes, mappings: {}, supportForm: '', ownStore: '', organisationType: '' },
    rules,
  ),
  steps: [],
});

/** Gives the workspace another name; refuses an empty one. */
export const renameWorkspace = (
  workspace: Workspace,
  name: string,
): Result<Draft<WorkspaceData>, Problem<'name-needed' | 'text-too-long'>> =>
  name.trim() === ''
    ? refuse('name-needed', 'name')
    : (whyTooLong({ name }) ??
      ok({ ...workspace, data: { ...workspace.data, name: name.trim() } }));

/**
 * Changes where credit is asked for again. An empty address is the default; one without https is
 * refused.
 */
export const setResend = (
  workspace: Workspace,
  input: Partial<ResendSettings>,
): Result<Draft<WorkspaceData>, Problem<'not-an-address' | 'text-too-long'>> => {
  for (const field of ['supportForm', 'ownStore'] as const) {
    const address = input[field]?.trim() ?? '';
    if (address !== '' && !/^https:\/\/[^\s/]/i.test(address))
      return refuse('not-an-address', field);
  }
  const long = whyTooLong(input);
  if (long !== undefined) return long;
  const trimmed = Object.fromEntries(
    Object.entries(input).map(([field, value]) => [field, value.trim()]),
  );
  return ok({ ...workspace, data: { ...workspace.data, ...(trimmed as Partial<ResendSettings>) } });
};

/** Chooses the edition of Apple's accounts rule that tokens are taken under from now on (B3). */
export const chooseAccountsEdition = (
  workspace: Workspace,
  accountsEdition: string,
): Result<Draft<WorkspaceData>, never> =>
  ok({ ...workspace, data: { ...workspace.data, accountsEdition } });

/**
 * Chooses editions that new records are born under from now on, by the names that their programme
 * keeps them under.
 */
export const chooseEditions = (
  workspace: Workspace,
  chosen: Readonly<Record<string, string>>,
): Result<Draft<WorkspaceData>, never> =>
  ok({
    ...workspace,
    data: { ...workspace.data, editions: { ...workspace.data.editions, ...chosen } },
  });

/** Puts a programme into use, or hides it; what it holds stays. */
export const chooseProgrammes = (
  workspace: Workspace,
  programme: Programme,
  used: boolean,
): Result<Draft<WorkspaceData>, never> => {
  const others = workspace.data.programmes.filter((known) => known !== programme);
  return ok({
    ...workspace,
    data: { ...workspace.data, programmes: used ? [...others, programme] : others },
  });
};
