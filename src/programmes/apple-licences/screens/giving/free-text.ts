import type { LicenceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';

/** How many licences are free, within a sentence. */
export const freeText = ({ free, unlimited }: LicenceCounts, { give }: LicenceWords): string =>
  unlimited ? give.unlimited : free === undefined ? give.unknown : give.free(free);
