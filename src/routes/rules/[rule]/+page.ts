import type { Component } from 'svelte';
import { ORDER_RULE } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import { TOKEN_RULE } from '#programmes/apple-licences/rules/editions.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { LANGUAGE } from '#ui/text.ts';
import { loadAppleCreditWords } from '#programmes/apple-credit/words/load.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { loadVipText } from '#programmes/adobe-vip/screens/load-vip-text.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { PageLoad } from './$types';

type Shown = {
  readonly record: VolymRecord | undefined;
  readonly Rule: Component<{ rule: string; record: VolymRecord | undefined }>;
} & Pick<App.PageData, 'credit' | 'tokens' | 'vip' | 'vipRenewals'>;

/**
 * `?record=` names the record that the rule is shown for; without it the rule is shown alone.
 * Only its programme is loaded.
 */
export const load: PageLoad = async ({ parent, url, params, depends }): Promise<Shown> => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const id = url.searchParams.get('record') ?? '';
  const record = id === '' ? undefined : await app.records.get(id);
  if (params.rule === TOKEN_RULE) {
    const [tokens, { default: Rule }] = await Promise.all([
      loadAppleLicencesWords(language, 'tokens'),
      import('#programmes/apple-licences/screens/rules/TokenRule.svelte'),
    ]);
    return { tokens, record, Rule };
  }
  if (params.rule === ORDER_RULE) {
    // The sheet covers the customer's whole screen.
    const [vip, vipRenewals, { default: Rule }] = await Promise.all([
      loadVipText(language),
      loadAdobeVipWords(language, 'vipRenewals'),
      import('#programmes/adobe-vip/screens/rules/VipOrderRule.svelte'),
    ]);
    return { vip, vipRenewals, record, Rule };
  }
  const [credit, { default: Rule }] = await Promise.all([
    loadAppleCreditWords(language, 'credit'),
    import('#programmes/apple-credit/screens/rules/OrderRule.svelte'),
  ]);
  return { credit, record, Rule };
};
