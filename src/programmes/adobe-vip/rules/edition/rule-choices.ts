import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { dayOfAnniversary, isLeapChoice } from '../customer/customer-deadlines.ts';
import { editionKey } from './edition-key.ts';
import { leapDayEditions, leapDay29 } from '../anniversary/leap-day-editions.ts';
import { LEAP_DAY_RULE } from '../anniversary/leap-day-rule.ts';
import { levelEditions } from '../level/level-editions.ts';
import { orderEditions } from '../order/order-editions.ts';
import type { VipProgramme } from './programme.ts';
import {
  LAST_NOTICE_RULE,
  lastNoticeEditions,
  RENEWAL_RULE,
  renewalEditions,
} from '../renewal/renewal-editions.ts';
import { RETURN_PART_RULE, returnPartEditions } from '../return/return-part-editions.ts';
import { anniversaryEditions } from '../anniversary/term-editions.ts';
import type { VipCustomer, VipCustomerData } from '../customer/vip-customer.ts';
import {
  chosenEdition,
  editionsFor,
  ruleOf,
  type ChosenEditions,
  type EditionsOfRule,
  type VipEdition,
  type VipRule,
} from './vip-edition.ts';
import type { VipResult } from '../vip-problem.ts';

/** A rule that a programme has several editions of, with the one that counts. */
export type RuleChoice = {
  readonly rule: VipRule;
  readonly editions: readonly VipEdition[];
  readonly chosen: VipEdition;
  /** Of a customer: chosen for it alone. */
  readonly isOwn: boolean;
  /** Each customer has its own, so that there is no default to go back to: it was born under it. */
  readonly isAlwaysOwn: boolean;
};

const RULES: readonly EditionsOfRule[] = [
  orderEditions,
  returnPartEditions,
  renewalEditions,
  lastNoticeEditions,
  anniversaryEditions,
  leapDayEditions,
  levelEditions,
];

// By these a customer's days are counted, wherever that is; the workspace's choice is written to a
// customer that is new.
const ALWAYS_OWN = [RENEWAL_RULE, LEAP_DAY_RULE];

// In the Marketplace the day of a return tells what part may go back (adobe.md §8.20): there is
// nothing to choose.
const isChosen = (rule: string, programme: VipProgramme): boolean =>
  rule !== RETURN_PART_RULE || programme === 'vip';

/** The rules of a programme that are chosen, with what the workspace chose for new records. */
export const workspaceRules = (
  programme: VipProgramme,
  chosen: ChosenEditions | undefined,
): RuleChoice[] =>
  RULES.map((editions) => ({
    rule: ruleOf(editions),
    editions: editionsFor(editions, programme),
    chosen: chosenEdition(editions, programme, chosen),
    isOwn: false,
    isAlwaysOwn: ALWAYS_OWN.includes(ruleOf(editions)),
  })).filter(({ rule, editions }) => editions.length > 1 && isChosen(rule, programme));

/**
 * The same rules as they apply to a customer; the rule for 29 February only if its anniversary can
 * fall on it.
 */
export const customerRules = (
  data: Pick<
    VipCustomerData,
    'programme' | 'editions' | 'renewalEdition' | 'anniversary' | 'anniversaryDay'
  >,
  workspace: ChosenEditions | undefined,
): RuleChoice[] => {
  const { programme, editions, renewalEdition } = data;
  const leapDay = leapDayEditions.find(({ value }) => value === dayOfAnniversary(data));
  const own = {
    ...editions,
    [editionKey(RENEWAL_RULE, programme)]: renewalEdition,
    ...(leapDay !== undefined && { [editionKey(LEAP_DAY_RULE, programme)]: leapDay.id }),
  };
  return workspaceRules(programme, { ...workspace, ...own })
    .filter(({ rule }) => rule !== LEAP_DAY_RULE || isLeapChoice(data))
    .map((choice) => ({
      ...choice,
      isOwn: own[editionKey(choice.rule, programme)] === choice.chosen.id,
    }));
};

/**
 * Chooses an edition for one customer; '' goes back to what the workspace chose. Records that exist
 * keep theirs.
 */
export const chooseForCustomer = (
  customer: VipCustomer,
  { rule, edition }: { readonly rule: string; readonly edition: string },
  workspace: ChosenEditions | undefined,
): VipResult<Draft<VipCustomerData>> => {
  const { data } = customer;
  const meant = workspaceRules(data.programme, workspace).find((choice) => choice.rule === rule);
  const known = meant?.editions.some(({ id }) => id === edition) === true;
  if (meant === undefined || (edition !== '' && !known))
    return refuse('no-such-edition', 'edition');
  if (rule === RENEWAL_RULE)
    return ok({
      ...customer,
      data: { ...data, renewalEdition: edition === '' ? meant.chosen.id : edition },
    });
  const key = editionKey(rule, data.programme);
  const { [key]: _, ...others } = data.editions ?? {};
  return ok({
    ...customer,
    data: { ...data, editions: edition === '' ? others : { ...others, [key]: edition } },
  });
};

/**
 * What a new customer is born under: the editions that deadlines read from its record (adobe.md §4,
 * §8.39).
 */
export const bornUnder = (
  programme: VipProgramme,
  workspace: ChosenEditions | undefined,
): Pick<VipCustomerData, 'renewalEdition' | 'editions'> => {
  const [notice, leapDay] = [LAST_NOTICE_RULE, LEAP_DAY_RULE].map((rule) =>
    editionKey(rule, programme),
  );
  const isMoved = chosenEdition(leapDayEditions, programme, workspace) !== leapDay29;
  // The day that an anniversary comes of needs no choice: one of 28 February has no other.
  const kept = [notice, ...(isMoved ? [leapDay] : [])].flatMap((key) => {
    const edition = key === undefined ? undefined : workspace?.[key];
    return edition === undefined ? [] : [[key, edition] as const];
  });
  return {
    renewalEdition: chosenEdition(renewalEditions, programme, workspace).id,
    ...(kept.length === 0 ? {} : { editions: Object.fromEntries(kept) as ChosenEditions }),
  };
};
