import type { Change, VolymRecord } from './record.ts';
import type { Step } from './step.ts';

/** One thing that happened to a record: it was made, a step was written, or a field changed. */
export type PastEntry = {
  readonly id: string;
  readonly at: number;
  /** Person id, or '' when nobody knows. */ readonly by: string;
} & (
  | { readonly is: 'made' }
  | { readonly is: 'change'; readonly change: Change }
  /** `about` is the step that this one corrects or takes back. */
  | { readonly is: 'step'; readonly step: Step; readonly about?: Step }
);

/**
 * Everything known about a record's past in one timeline, the newest first (X12): steps, changed
 * fields, and when it was created, if its id tells. What nobody did, such as an import noting its
 * origin, is left out.
 */
export const pastOf = (record: Pick<VolymRecord, 'id' | 'steps' | 'history'>): PastEntry[] => {
  const byId = new Map(record.steps.map((step) => [step.id, step]));
  const entries: PastEntry[] = [
    ...record.steps.map((step) => {
      const about = byId.get(step.corrects ?? step.withdraws ?? '');
      return {
        ...whoAndWhen(step),
        is: 'step' as const,
        step,
        ...(about === undefined ? {} : { about }),
      };
    }),
    ...record.history
      .filter(({ field }) => !UNTOLD.includes(field))
      .map((change) => ({ ...whoAndWhen(change), is: 'change' as const, change })),
  ];
  // Among entries with the same moment, the latest is the last in the record.
  entries.reverse().sort((a, b) => b.at - a.at);
  const at = madeAt(record.id);
  return at === undefined ? entries : [...entries, { id: record.id, at, by: '', is: 'made' }];
};

/**
 * Fields that nobody changes by hand: which import created a record, and the day of the month that
 * follows from an anniversary.
 */
const UNTOLD = ['origin', 'anniversaryDay'];

const whoAndWhen = ({ id, at, by }: Change | Step): { id: string; at: number; by: string } => ({
  id,
  at,
  by,
});

/**
 * The moment in an id that tells it (uuid version 7); undefined of an id that comes from the world.
 */
export const madeAt = (id: string): number | undefined =>
  /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-/.test(id)
    ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    : undefined;
