import type { Component } from 'svelte';
import type { Language } from '#core/language/language.ts';
import { vipCalculator as calculatorEnglish } from '#programmes/adobe-vip/words/en/vip-calculator.ts';
import { vipReconcile as reconcileEnglish } from '#programmes/adobe-vip/words/en/vip-reconcile.ts';
import { vipRenewals as renewalsEnglish } from '#programmes/adobe-vip/words/en/vip-renewals.ts';
import { vipReturns as returnsEnglish } from '#programmes/adobe-vip/words/en/vip-returns.ts';
import { vip as english } from '#programmes/adobe-vip/words/en/vip.ts';
import { vipCalculator as calculatorSwedish } from '#programmes/adobe-vip/words/sv/vip-calculator.ts';
import { vipReconcile as reconcileSwedish } from '#programmes/adobe-vip/words/sv/vip-reconcile.ts';
import { vipRenewals as renewalsSwedish } from '#programmes/adobe-vip/words/sv/vip-renewals.ts';
import { vipReturns as returnsSwedish } from '#programmes/adobe-vip/words/sv/vip-returns.ts';
import { vip as swedish } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { App } from '#ui/app.svelte.ts';
import type { CustomerHere } from '#programmes/adobe-vip/screens/customer/customer-here.svelte.ts';
import { showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import UnderCustomer from './UnderCustomer.svelte';

type Given<Part> = Part extends Component<infer Props> ? Props : never;

const wordsOf = (language: Language) =>
  language === 'sv'
    ? {
        vip: swedish,
        vipRenewals: renewalsSwedish,
        vipReconcile: reconcileSwedish,
        vipReturns: returnsSwedish,
        vipCalculator: calculatorSwedish,
      }
    : {
        vip: english,
        vipRenewals: renewalsEnglish,
        vipReconcile: reconcileEnglish,
        vipReturns: returnsEnglish,
        vipCalculator: calculatorEnglish,
      };

/** Mounts a screen of the VIP customers. */
export const showVip = <Part extends Component<never>>(
  app: App,
  part: Part,
  given: Given<Part>,
  language: Language = 'sv',
) => showWith(app, part, given, language, wordsOf(language));

/**
 * Mounts a part that opens over the customer `customer-1`, with its props read from the customer as
 * it is now.
 */
export const showUnderCustomer = <Part extends Component<never>>(
  app: App,
  part: Part,
  given: (here: CustomerHere) => Given<Part>,
  language: Language = 'sv',
) => showWith(app, UnderCustomer, { part, given } as never, language, wordsOf(language));
