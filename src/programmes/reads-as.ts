import { reads as vip } from './adobe-vip/import/read/reads-as.ts';
import { reads as credit } from './apple-credit/import/read/reads-as.ts';
import { reads as licences } from './apple-licences/import/read/reads-as.ts';

/**
 * What each programme reads, in the order in which people meet them: for the screens, which do
 * without the readers and all words that these know. A fourth adds its line.
 */
const all = [credit, licences, vip] as const;

/** The kinds of sheet that the user can choose from, of any programme. */
export type ReadAs = (typeof all)[number]['readsAs'][number];

/** The kinds of sheet that the user can choose from, in the order offered. */
export const READ_AS: readonly ReadAs[] = all.flatMap(({ readsAs }): readonly ReadAs[] => readsAs);

/** The programme that reads something. */
export const programmeReading = (as: ReadAs): (typeof all)[number]['programme'] => {
  const found = all.find(({ readsAs }) => (readsAs as readonly ReadAs[]).includes(as));
  if (found === undefined) throw new Error(`no programme reads ${as}`);
  return found.programme;
};

/** What a programme reads. */
export const readBy = (programme: (typeof all)[number]['programme']): readonly ReadAs[] =>
  READ_AS.filter((as) => programmeReading(as) === programme);
