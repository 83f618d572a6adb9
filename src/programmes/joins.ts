import { earlierFirst } from '#programmes/adobe-vip/rules/customer/counted-first.ts';
import type { PriceOfDays } from '#programmes/adobe-vip/rules/product/price-days.ts';
import { planMet } from '#programmes/adobe-vip/rules/plan/plan-met.ts';
import { pricesMet } from '#programmes/adobe-vip/rules/product/prices-met.ts';
import { saidByOne } from '#programmes/adobe-vip/rules/customer/said-by-one.ts';
import {
  ANNIVERSARY_SAID,
  PROGRAMME_SAID,
} from '#programmes/adobe-vip/rules/customer/said-of-customer.ts';
import { PRICE_SAID } from '#programmes/adobe-vip/rules/product/said-of-price.ts';
import { joinSyncs } from '#programmes/apple-licences/rules/sync/join-syncs.ts';
import { fileMet } from '#programmes/apple-licences/rules/token/token-file-met.ts';
import { TOKEN_SAID, tokenMet } from '#programmes/apple-licences/rules/token/token-met.ts';
import type { Step } from '#core/record/step.ts';

/**
 * How two values of a field become a third, by what they say and not by who wrote last: the same in
 * whatever order and however often they meet. Undefined where one is not understood: the newer
 * stands then.
 */
export type Join = (one: unknown, other: unknown) => unknown;

/** Fields of a kind that meet so; they have no history. */
export type Joins = Readonly<Record<string, Join>>;

// Beside the kinds, which every screen loads: only what brings two copies together needs it.
const JOINS: Readonly<Record<string, Joins>> = {
  'content-token': { sync: joinSyncs },
  // An order that two devices made, one of them from a list or an invoice, which name no
  // authorization. None is ever taken off it.
  'vip-order': {
    authorization: (one, other) => (one === '' ? other : other === '' ? one : undefined),
  },
};

/**
 * The fields of a kind that meet by what they say; none of a kind that this version does not know.
 */
export const joinsOf = (kind: string): Joins =>
  (Object.hasOwn(JOINS, kind) ? JOINS[kind] : undefined) ?? {};

/**
 * How two entries of a map become a third, against the one that both know; undefined where one is
 * not understood.
 */
export type EntryJoin = (one: unknown, other: unknown, base: unknown) => unknown;

const ENTRY_JOINS: Readonly<Record<string, Readonly<Record<string, EntryJoin>>>> = {
  'vip-customer': { plans: planMet },
};

/**
 * The maps of a kind whose entries are not whole: what two sides say of one meets by what they say.
 */
export const entryJoinsOf = (kind: string): Readonly<Record<string, EntryJoin>> =>
  (Object.hasOwn(ENTRY_JOINS, kind) ? ENTRY_JOINS[kind] : undefined) ?? {};

type Fields = Readonly<Record<string, unknown>>;

/** Fields that are said together, as an anniversary and what it was counted from. */
export type SaidTogether = {
  /** The one that the others come with, first. */
  readonly fields: readonly [string, ...string[]];
  /**
   * Those of them that no person says: they are of the side whose first field stands, and never
   * asked about.
   */
  readonly silent: readonly string[];
  /**
   * What is in all of them, by what two sides say and what both last agreed on, where that is
   * known; undefined where it cannot be told, so that someone is asked.
   */
  readonly stands: (one: Fields, other: Fields, base?: Fields) => Fields | undefined;
  /**
   * Whether `stands` tells what they are wherever two sides differ in them, and not only where
   * someone would be asked.
   */
  readonly isWhole?: true;
};

const OF_KIND: Readonly<Record<string, readonly SaidTogether[]>> = {
  'vip-customer': [
    {
      fields: ANNIVERSARY_SAID,
      silent: ['anniversaryDay'],
      stands: (one, other, base) =>
        earlierFirst(one, other) ?? saidByOne(['anniversary', 'firstOrderOn'], one, other, base),
    },
    ...['name', 'vipId', 'marketplaceId', 'segment', 'adminName', 'adminEmail', 'owner'].map(
      (field): SaidTogether => ({
        fields: [field],
        silent: [],
        stands: (one, other, base) => saidByOne([field], one, other, base),
      }),
    ),
    { fields: PROGRAMME_SAID, silent: ['renewalEdition'], stands: () => undefined },
  ],
  'content-token': TOKEN_SAID.map((field): SaidTogether => ({
    fields: [field],
    silent: [],
    stands: (one, other, base) => tokenMet(field, one, other, base),
  })),
  'price-list-item': [
    {
      fields: PRICE_SAID,
      silent: [],
      stands: (one, other, base) =>
        pricesMet(one as PriceOfDays, other as PriceOfDays, base as PriceOfDays | undefined),
      isWhole: true,
    },
  ],
};

/** Those of a kind. */
export const saidTogether = (kind: string): readonly SaidTogether[] =>
  (Object.hasOwn(OF_KIND, kind) ? OF_KIND[kind] : undefined) ?? [];

/**
 * The fields of two copies that met, some of them by what the steps of both say; the steps meet
 * without a doubt.
 */
export type MetBySteps = (met: Fields, steps: readonly Step[], sides: readonly Fields[]) => Fields;

const BY_STEPS: Readonly<Record<string, MetBySteps>> = {
  'content-token': fileMet,
};

/** How fields of a kind follow its steps; undefined where none do. */
export const bySteps = (kind: string): MetBySteps | undefined =>
  Object.hasOwn(BY_STEPS, kind) ? BY_STEPS[kind] : undefined;
