import type { VolymRecord } from '#domain/record.ts';
import { pastLines, type PastLine, type PastMeans } from '#ui/history/past-lines.ts';
import { paths } from '#ui/paths.ts';
import { trashedPath } from '#ui/trash/trash-paths.ts';

/** The last answer to a question about a record, as its history tells it; undefined where it tells of none. */
export const lastAnswer = (record: VolymRecord, means: PastMeans): PastLine | undefined => {
  const answers = new Set(record.history.filter(({ asked }) => asked !== undefined).map(({ id }) => id));
  return pastLines(record, means).find(({ id }) => answers.has(id));
};

/** The screen that shows a record, the trash where it lies there; undefined where none does. */
export const screenOf = ({ id, kind, parent, trashedOn }: VolymRecord): string | undefined => {
  if (trashedOn !== '') return trashedPath(id);
  if (kind === 'redemption-code') return parent === '' ? undefined : paths.code(parent, id);
  // What lies under an app is shown on its screen.
  if (kind === 'assigned-licence' || kind === 'app-deployment') return parent === '' ? undefined : paths.app(parent);
  const screens: Readonly<Record<string, () => string>> = {
    'credit-order': () => paths.order(id),
    'code-batch': () => paths.order(id),
    'content-purchaser': () => paths.purchaser(id),
    'content-token': () => paths.token(id),
    'volume-app': () => paths.app(id),
    workspace: paths.settings,
    person: paths.people,
    device: paths.people,
  };
  return screens[kind]?.();
};
