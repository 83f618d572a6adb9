import type { Day } from '#core/day/day.ts';
import type { Edition } from '#core/edition.ts';
import { editionKey } from './edition-key.ts';
import type { VipProgramme } from './programme.ts';

/** The rules of Adobe VIP that have editions. */
export type VipRule =
  | 'adobe-vip.order-days'
  | 'adobe-vip.return-days'
  | 'adobe-vip.return-part'
  | 'adobe-vip.return-follow-up'
  | 'adobe-vip.renewal-window'
  | 'adobe-vip.last-notice'
  | 'adobe-vip.early-renewal'
  | 'adobe-vip.auto-renewal'
  | 'adobe-vip.anniversary'
  | 'adobe-vip.leap-anniversary'
  | 'adobe-vip.proration'
  | 'adobe-vip.levels'
  | 'adobe-vip.commitment'
  | 'adobe-vip.commitment-compliance'
  | 'adobe-vip.reseller-change';

/** Editions that are Volym's own default: Adobe names no number. */
export type OwnEditionId =
  | `adobe-vip.last-notice-${3 | 7 | 10 | 14}`
  | `adobe-vip.leap-anniversary-${28 | 29}`
  | 'adobe-vip.return-follow-up-7';

/** Editions that a page of Adobe or a distributor names. */
export type SourcedEditionId =
  | `adobe-vip.order-${30 | 14 | 7}`
  | `adobe-vip.return-part-${'line' | 'quantity' | 'mp-line' | 'mp-quantity'}`
  | 'adobe-vip.return-14'
  | `adobe-vip.renewal-late-${30 | 0}`
  | `adobe-vip.renewal-marketplace-${14 | 30}`
  | `adobe-vip.early-renewal-${0 | 30}`
  | 'adobe-vip.auto-renewal-3'
  | `adobe-vip.anniversary-${'order' | '2018' | '2013'}`
  | `adobe-vip.proration-${'months' | 'days'}`
  | `adobe-vip.levels-${10 | 50}`
  | 'adobe-vip.commitment-10'
  | `adobe-vip.compliance-${30 | 7}`
  | `adobe-vip.reseller-change-${72 | 168}`;

/** An edition of one of Adobe's numbers; without a programme it holds in both. */
export type VipEdition = Edition & {
  readonly id: OwnEditionId | SourcedEditionId;
  readonly rule: VipRule;
  readonly programme?: VipProgramme;
};

/**
 * The editions of one rule. Each has its id, by which records and settings name it. The order says
 * one thing: the first of a programme is the one chosen at first start.
 */
export type EditionsOfRule<E extends VipEdition = VipEdition> = readonly [E, ...E[]];

/** The rule that they are editions of. */
export const ruleOf = ([{ rule }]: EditionsOfRule): VipRule => rule;

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
