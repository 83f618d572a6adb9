import type { Component } from 'svelte';
import type { Language } from '#i18n/language.ts';
import { vipCalculator as calculatorEnglish } from '#i18n/en/vip-calculator.ts';
import { vipReconcile as reconcileEnglish } from '#i18n/en/vip-reconcile.ts';
import { vipRenewals as renewalsEnglish } from '#i18n/en/vip-renewals.ts';
import { vipReturns as returnsEnglish } from '#i18n/en/vip-returns.ts';
import { vip as english } from '#i18n/en/vip.ts';
import { vipCalculator as calculatorSwedish } from '#i18n/sv/vip-calculator.ts';
import { vipReconcile as reconcileSwedish } from '#i18n/sv/vip-reconcile.ts';
import { vipRenewals as renewalsSwedish } from '#i18n/sv/vip-renewals.ts';
import { vipReturns as returnsSwedish } from '#i18n/sv/vip-returns.ts';
import { vip as swedish } from '#i18n/sv/vip.ts';
import type { App } from '#ui/app.svelte.ts';
import type { CustomerHere } from '#ui/vip/customer-here.svelte.ts';
import { showWith } from '../credit/credit-app.ts';
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
 * Mounts a part that lies over the customer `customer-1`, with what it is given read from the
 * customer as it is now.
 */
export const showUnderCustomer = <Part extends Component<never>>(
  app: App,
  part: Part,
  given: (here: CustomerHere) => Given<Part>,
  language: Language = 'sv',
) => showWith(app, UnderCustomer, { part, given } as never, language, wordsOf(language));
