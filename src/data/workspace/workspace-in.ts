import { map, type Observable } from 'rxjs';
import type { VolymRecord } from '#core/record/record.ts';
import {
  understoodSettings,
  WORKSPACE_ID,
  type Workspace,
} from '#workspace/rules/settings/workspace.ts';
import { isLegible } from '../records/read-record.ts';
import type { Records } from '../records/records.ts';
import { isOfKind } from '#programmes/record-of.ts';

/**
 * The workspace's settings in a record, in a form that every screen can read whoever wrote it: what
 * is not understood there is as it was `before`. Undefined where there is no record yet.
 */
export const asWorkspace = (
  record: VolymRecord | undefined,
  before?: Workspace,
): Workspace | undefined => {
  if (record === undefined) return undefined;
  if (isOfKind(record, WORKSPACE_ID) && isLegible(record)) return record;
  return {
    ...record,
    data: understoodSettings(record.kind === WORKSPACE_ID ? record.data : {}, before?.data),
  };
};

/** The workspace's settings as they are now; undefined where none came yet. */
export const workspaceIn = async (records: Pick<Records, 'get'>): Promise<Workspace | undefined> =>
  asWorkspace(await records.get(WORKSPACE_ID));

/** The same, as they become. */
export const liveWorkspace = ({
  liveOne,
}: Pick<Records, 'liveOne'>): Observable<Workspace | undefined> => {
  let last: Workspace | undefined;
  return liveOne(WORKSPACE_ID).pipe(map((record) => (last = asWorkspace(record, last))));
};
