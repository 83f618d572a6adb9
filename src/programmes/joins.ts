import { earlierFirst } from '#programmes/adobe-vip/rules/customer/counted-first.ts';
import type { PriceOfDays } from '#programmes/adobe-vip/rules/product/price-days.ts';
import { planMet } from '#programmes/adobe-vip/rules/plan/plan-met.ts';
import { pricesMet } from '#programmes/adobe-vip/rules/product/prices-met.ts';
import { filledSide } from '#programmes/adobe-vip/rules/customer/filled-side.ts';
import {
  ANNIVERSARY_FIELDS,
  PROGRAMME_FIELDS,
} from '#programmes/adobe-vip/rules/customer/customer-fields-together.ts';
import { PRICE_FIELDS } from '#programmes/adobe-vip/rules/product/price-fields-together.ts';
import { joinSyncs } from '#programmes/apple-licences/rules/sync/join-syncs.ts';
import { fileMet } from '#programmes/apple-licences/rules/token/token-file-met.ts';
import { TOKEN_SAID, tokenMet } from '#programmes/apple-licences/rules/token/token-met.ts';
import type { Step } from '#core/record/step.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { ByKind, KindId } from './kinds.ts';
import type { DataOf } from './record-of.ts';

/**
 * Merges two values of a field by their content, not by who wrote last: the result is the same in
 * any order and however often they are merged. Undefined if one is not understood: then the newer
 * one wins.
 */
export type Join = (one: unknown, other: unknown) => unknown;

/** Fields of a kind that meet so; they have no history. */
export type Joins = Readonly<Record<string, Join>>;

type FieldOf<Id extends KindId> = keyof DataOf<Id> & string;

type JoinsOf<Id extends KindId> = { readonly [Field in FieldOf<Id>]?: Join };

// Beside the kinds, which every screen loads: only what brings two copies together needs it.
const JOINS: { readonly [Id in KindId]?: JoinsOf<Id> } = {
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
export const joinsOf = (kind: string): Joins => ownEntry<Joins>(JOINS, kind) ?? {};

/**
 * How two entries of a map become a third, against the one that both know; undefined where one is
 * not understood.
 */
export type EntryJoin = (one: unknown, other: unknown, base: unknown) => unknown;

type EntryJoins = Readonly<Record<string, EntryJoin>>;

const ENTRY_JOINS: {
  readonly [Id in KindId]?: { readonly [Field in FieldOf<Id>]?: EntryJoin };
} = {
  'vip-customer': { plans: planMet },
};

/**
 * The maps of a kind whose entries are merged by their content, rather than kept as a whole.
 */
export const entryJoinsOf = (kind: string): EntryJoins =>
  ownEntry<EntryJoins>(ENTRY_JOINS, kind) ?? {};

type Fields = Readonly<Record<string, unknown>>;

/** Fields that belong together, such as an anniversary and what it was counted from. */
export type SaidTogether<Field extends string = string> = {
  /** The one that the others come with, first. */
  readonly fields: readonly [Field, ...Field[]];
  /**
   * Those of them that no person enters: they come from the side whose first field is kept, and
   * never raise a question.
   */
  readonly silent: readonly Field[];
  /**
   * What is in all of them, by what two sides say and what both last agreed on, where that is
   * known; undefined where it cannot be told, so that someone is asked.
   */
  readonly stands: (one: Fields, other: Fields, base?: Fields) => Fields | undefined;
  /**
   * Whether `stands` decides wherever two sides differ in them, not only where there would be a
   * question.
   */
  readonly isWhole?: true;
};

/** What is said of a customer, each for itself. */
const ONE_BY_ONE = [
  'name',
  'vipId',
  'marketplaceId',
  'segment',
  'adminName',
  'adminEmail',
  'owner',
] as const;

const OF_KIND: { readonly [Id in KindId]?: readonly SaidTogether<FieldOf<Id>>[] } = {
  'vip-customer': [
    {
      fields: ANNIVERSARY_FIELDS,
      silent: ['anniversaryDay'],
      stands: (one, other, base) =>
        earlierFirst(one, other) ?? filledSide(['anniversary', 'firstOrderOn'], one, other, base),
    },
    ...ONE_BY_ONE.map((field): SaidTogether<FieldOf<'vip-customer'>> => ({
      fields: [field],
      silent: [],
      stands: (one, other, base) => filledSide([field], one, other, base),
    })),
    { fields: PROGRAMME_FIELDS, silent: ['renewalEdition'], stands: () => undefined },
  ],
  'content-token': TOKEN_SAID.map((field): SaidTogether<FieldOf<'content-token'>> => ({
    fields: [field],
    silent: [],
    stands: (one, other, base) => tokenMet(field, one, other, base),
  })),
  'price-list-item': [
    {
      fields: PRICE_FIELDS,
      silent: [],
      stands: (one, other, base) =>
        pricesMet(one as PriceOfDays, other as PriceOfDays, base as PriceOfDays | undefined),
      isWhole: true,
    },
  ],
};

/** Those of a kind. */
export const saidTogether = (kind: string): readonly SaidTogether[] =>
  ownEntry<readonly SaidTogether[]>(OF_KIND, kind) ?? [];

/**
 * The fields of two copies that met, some of them by what the steps of both say; the steps meet
 * without a doubt.
 */
export type MetBySteps = (met: Fields, steps: readonly Step[], sides: readonly Fields[]) => Fields;

const BY_STEPS: ByKind<MetBySteps> = {
  'content-token': fileMet,
};

/** How fields of a kind follow its steps; undefined where none do. */
export const bySteps = (kind: string): MetBySteps | undefined => ownEntry(BY_STEPS, kind);
