import type { Day } from './day/day.ts';

/**
 * One dated form of a rule's number, with its source. Records keep the id of the edition they were
 * born under.
 */
export type Edition = {
  readonly id: string;
  readonly rule: string;
  readonly value: number;
  readonly unit: 'days' | 'months' | 'years' | 'hours' | 'tokens' | 'licences' | 'choice';
  /** First day on which the source said so, or '' when it is older than our sources. */
  readonly validFrom: Day;
  /** Where it is written: `seed 000`, `apple.md §4`. */
  readonly source: string;
  readonly confidence: 'documented' | 'assumed';
};
