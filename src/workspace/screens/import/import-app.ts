import type { LooksAfter } from '#core/import/shelf.ts';
import type { Workspace } from '#workspace/rules/settings/workspace.ts';
import type { ImportParts } from '#data/import/trial.ts';

/** What the screen needs of the app. */
export type ImportApp = ImportParts & {
  askUnlock(): Promise<boolean>;
  /** The shared settings; undefined until they are read. */
  readonly workspace?: Pick<Workspace, 'data'> | undefined;
};

/** What is managed; undefined until it is read. */
export const looksAfterIn = ({ workspace }: ImportApp): LooksAfter => workspace?.data.programmes;
