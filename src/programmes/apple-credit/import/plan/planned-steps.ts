import type { VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import type { PlannedStep } from './planned.ts';

const PLANNED = 'planned-';
const LATER = 2 ** 52;

/** The steps of a record as they would be: its own and those planned so far. */
export const stepsThen = (
  record: VolymRecord | undefined,
  planned: readonly PlannedStep[],
): Step[] => [
  ...(record?.steps ?? []),
  ...planned.map((step, at): Step => ({ ...step, id: `${PLANNED}${at}`, at: LATER + at, by: '' })),
];

/** Whether a step is only planned. */
export const isPlanned = ({ id }: Pick<Step, 'id'>): boolean => id.startsWith(PLANNED);
