import type { OrderStepKind } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { LifeRow } from '#programmes/apple-credit/rules/order/life-line.ts';
import type { Step } from '#core/record/step.ts';

/** Which sheet is over an order. */
export type OrderSheet =
  | { readonly is: 'step'; readonly kind: OrderStepKind }
  | { readonly is: 'correct'; readonly row: LifeRow & { readonly step: Step } }
  | { readonly is: 'take-back'; readonly row: LifeRow & { readonly step: Step } }
  | { readonly is: 'code' }
  | { readonly is: 'link' }
  | { readonly is: 'assign' }
  | { readonly is: 'redeem' };
