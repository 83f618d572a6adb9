import { planRows } from '#programmes/apple-credit/import/plan/plan.ts';
import { placesChosen, type Choice } from '#core/import/choice.ts';
import type { ImportPlan, Known } from '#programmes/apple-credit/import/plan/planned.ts';
import { codesUnder, countUnder } from '../code/codes-under.ts';
import type { Watched } from '#data/records/in-chunks.ts';
import { inTurns } from '#data/import/in-turns.ts';
import { readIncoming, type CreditFile, type Incoming } from './incoming.ts';
import { readKnown } from './known.ts';
import type { ImportParts, Trial } from '#data/import/trial.ts';

/**
 * A dry run of codes or orders: what would happen, and what is needed to do it. It holds codes, so
 * it stays in memory.
 */
export type CreditDryRun = Incoming & {
  readonly programme: 'apple-credit';
  readonly plan: ImportPlan;
  readonly known: Known;
  readonly waiting: CreditFile;
};

/**
 * Tries files of codes and orders. Fingerprints are kept from one try to the next, and are dropped
 * with the trial.
 */
export const creditTrial = ({ records, vault }: ImportParts): Trial<CreditFile, CreditDryRun> => {
  const fingerprints = new Map<string, string>();
  /** The numbers of codes continue where those of the chosen order or batch end. */
  const withChosen = async (
    rest: Omit<CreditDryRun, 'plan'>,
    choice: Choice,
    { signal }: Watched = {},
  ): Promise<CreditDryRun> => {
    const under = countUnder(await codesUnder(records, placesChosen(choice)));
    const known = { ...rest.known, codesUnder: new Map([...rest.known.codesUnder, ...under]) };
    const plan = await inTurns(planRows(rest.file, known, choice, records.doing().today), signal);
    return { ...rest, known, plan };
  };
  return {
    try: async (waiting, answers, choice, watched = {}) => {
      const incoming = await readIncoming(waiting, answers, { vault, fingerprints }, watched);
      const known = await readKnown(incoming, { records, vault }, quiet(watched));
      return withChosen(
        { programme: 'apple-credit', ...incoming, known, waiting },
        choice,
        watched,
      );
    },
    again: ({ plan: _, ...rest }, choice) => withChosen(rest, choice),
  };
};

/** Stops with the whole, but does not report its steps, which were not announced. */
const quiet = ({ signal }: Watched): Watched => (signal === undefined ? {} : { signal });
