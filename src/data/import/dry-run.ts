import { planRows } from '#domain/apple-credit/import-plan.ts';
import type { Choice, ImportPlan, Known } from '#domain/apple-credit/import-rows.ts';
import type { Answers } from '#domain/apple-credit/recognised-sheet.ts';
import type { Records } from '../records.ts';
import type { Vault } from '../vault/vault.ts';
import { codesUnder, countUnder } from './codes-under.ts';
import type { Watched } from '../in-chunks.ts';
import { inTurns } from './in-turns.ts';
import { readIncoming, type Incoming } from './incoming.ts';
import { readKnown } from './known.ts';
import type { OpenFile } from './open-file.ts';

/** What an import works with. */
export type ImportParts = { readonly records: Records; readonly vault: Vault };

/** A dry run: what would happen, and what is needed to do it. Holds codes: memory only. */
export type DryRun = Incoming & { readonly plan: ImportPlan; readonly known: Known; readonly waiting: OpenFile };

/** Tries a file out, again and again as questions are answered. Nothing is written, not even a mapping (A5). */
export type Trial = {
  /** Reads the rows and what is known anew. Throws `VaultLocked`, `FileLost`, or the signal's reason. */
  try(waiting: OpenFile, answers: Answers, choice: Choice, watched?: Watched): Promise<DryRun>;
  /** Another choice for the same rows. */
  again(before: DryRun, choice: Choice): Promise<DryRun>;
};

/** Starts trying a file out. Fingerprints are kept from one try to the next, and die with the trial. */
export const openTrial = ({ records, vault }: ImportParts): Trial => {
  const fingerprints = new Map<string, string>();
  /** Codes go on numbering where those of the chosen order or batch end. */
  const withChosen = async (rest: Omit<DryRun, 'plan'>, choice: Choice, { signal }: Watched = {}): Promise<DryRun> => {
    const chosen = typeof choice.destination === 'string' ? [] : [choice.destination.id];
    const under = countUnder(await codesUnder(records, chosen));
    const known = { ...rest.known, codesUnder: new Map([...rest.known.codesUnder, ...under]) };
    const plan = await inTurns(planRows(rest.file, known, choice, records.doing().today), signal);
    return { ...rest, known, plan };
  };
  return {
    try: async (waiting, answers, choice, watched = {}) => {
      const incoming = await readIncoming(waiting, answers, { vault, fingerprints }, watched);
      const known = await readKnown(incoming.file, { records, vault }, quiet(watched));
      return withChosen({ ...incoming, known, waiting }, choice, watched);
    },
    again: ({ file, codeAt, known, waiting }, choice) => withChosen({ file, codeAt, known, waiting }, choice),
  };
};

/** Stopped as the whole, but its steps are not those that were told. */
const quiet = ({ signal }: Watched): Watched => (signal === undefined ? {} : { signal });
