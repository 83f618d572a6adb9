import type { Day } from '#core/day/day.ts';
import type { Edition } from '#core/edition.ts';
import { editionKey } from './edition-key.ts';
import type { VipProgramme } from './programme.ts';

/** An edition of one of Adobe's numbers; without a programme it holds in both. */
export type VipEdition = Edition & { readonly programme?: VipProgramme };

/**
 * The editions of one rule. Each has its id, by which records and settings name it. The order says
 * one thing: the first of a programme is the one chosen at first start.
 */
export type EditionsOfRule<E extends VipEdition = VipEdition> = readonly [E, ...E[]];

/** The rule that they are editions of. */
export const ruleOf = ([{ rule }]: EditionsOfRule): string => rule;

/**
 * Which editions are chosen, by rule and programme (`editionKey`); what is not there is the one
 * chosen at first start.
 */
export type ChosenEditions = Readonly<Record<string, string>>;

/** The editions that a programme has to choose from, the one chosen at first start first. */
export const editionsFor = <E extends VipEdition>(
  editions: readonly E[],
  programme: VipProgramme,
): readonly E[] => editions.filter((edition) => (edition.programme ?? programme) === programme);

/**
 * The edition that holds in a programme on a day, where the day and nobody's choice tells: the
 * newest that is valid by then, of several from one day the first of the list.
 */
export const editionOn = <E extends VipEdition>(
  editions: readonly E[],
  programme: VipProgramme,
  day: Day,
): E | undefined =>
  editionsFor(editions, programme)
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<E | undefined>(
      (newest, edition) => (newest && newest.validFrom >= edition.validFrom ? newest : edition),
      undefined,
    );

/** The edition that is chosen at first start: of a programme without any, that of the rule. */
const atFirstStart = <E extends VipEdition>(
  editions: EditionsOfRule<E>,
  programme: VipProgramme,
): E => editionsFor(editions, programme)[0] ?? editions[0];

/**
 * The edition of a rule for a new record: the customer's own choice, else the workspace's, else the
 * one chosen at first start. `editions` are those of the rule.
 */
export const chosenEdition = <E extends VipEdition>(
  editions: EditionsOfRule<E>,
  programme: VipProgramme,
  ...choices: readonly (ChosenEditions | undefined)[]
): E => {
  const here = editionsFor(editions, programme);
  const key = editionKey(ruleOf(editions), programme);
  const chosen = choices
    .map((choice) => here.find(({ id }) => id === choice?.[key]))
    .find((edition) => edition !== undefined);
  return chosen ?? atFirstStart(editions, programme);
};
