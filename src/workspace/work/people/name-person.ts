import { renamePerson } from '#workspace/rules/people/person-commands.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';

/** Gives someone of the workspace another name. */
export const namePerson = (records: Pick<Records, 'change'>, id: string, name: string) =>
  records.change(
    id,
    onKind('person', (now) => renamePerson(now, name)),
  );
