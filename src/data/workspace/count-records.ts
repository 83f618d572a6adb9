import type { OpenWorkspace } from './open-workspace.ts';

/** How many records a workspace has here, of one kind or of all, the trash included. */
export const countRecords = (
  { database }: Pick<OpenWorkspace, 'database'>,
  kind?: string,
): Promise<number> =>
  database.records
    .count(
      kind === undefined
        ? { selector: {} }
        : { selector: { kind }, index: ['kind', 'newestFirst'] },
    )
    .exec();
