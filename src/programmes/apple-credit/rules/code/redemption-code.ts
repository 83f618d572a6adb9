import * as z from '#core/schema.ts';
import { count, sealed, words } from '#core/record/field-schemas.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Sealed } from '#core/record/sealed.ts';
import { STEPS_FOR_YEARS, currentSteps } from '#core/record/step.ts';

/**
 * Content of one redemption code. The record's id is the code's fingerprint, its parent the order
 * or batch (A6).
 */
export type RedemptionCodeData = {
  readonly v: number;
  /** The QR code of a credit code holds its text, that of an app code its redemption link. */
  readonly usage: 'credit' | 'app';
  /** 1-based place in its order or batch; names the row, since a code is never shown in a list. */
  readonly number: number;
  readonly sealed: Sealed;
  readonly origin?: Origin | undefined;
  /**
   * The order it was under before that order turned out to be another one (A5), and its number
   * there.
   */
  readonly cameFrom?: { readonly order: string; readonly number: number } | undefined;
};

/** The record of a code; that it was looked at, handed out or redeemed are its steps. */
export type RedemptionCode = VolymRecord<RedemptionCodeData>;

/** The state of a code; derived from its steps. */
export type CodeState = 'free' | 'handed-out' | 'redeemed';

/** Why a code is looked at; asked in one tap and logged (picture 06). */
export type RevealReason = 'redeem' | 'hand-out' | 'check';

/** Where the code of a record is sealed: what the vault binds it to. */
export const sealedAt = (id: string): { readonly id: string; readonly field: 'sealed' } => ({
  id,
  field: 'sealed',
});

/** The state from the steps: redeemed wins over handed out, whatever order they came in. */
export const codeState = (code: Pick<RedemptionCode, 'steps'>): CodeState => {
  const kinds = currentSteps(code.steps).map(({ kind }) => kind);
  return kinds.includes('redeemed')
    ? 'redeemed'
    : kinds.includes('handed-out')
      ? 'handed-out'
      : 'free';
};

const schema = z.looseObject({
  v: z.number(),
  usage: z.enum(['credit', 'app']),
  number: count,
  sealed,
  origin: originSchema,
  cameFrom: z.optional(z.looseObject({ order: words, number: count })),
});

/** One redemption code, one record (A6). */
export const redemptionCode: Kind<RedemptionCodeData, 'apple-credit'> = {
  id: 'redemption-code',
  programme: 'apple-credit',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ code: 'code-number', params: { number: String(data.number) } }),
  deadlines: () => [],
  mostSteps: STEPS_FOR_YEARS,
  secretFields: ['sealed'],
  // Every device moves a late code automatically: nobody wrote that.
  fieldsWithoutHistory: ['number', 'cameFrom'],
  neverAsked: ['usage', 'number', 'origin'],
};
