import { productKey } from '../product/product-name.ts';

/** A plan as far as a product that someone has in the Admin Console is told by its name. */
type NamedPlan = { readonly key: string; readonly product: string };

/** Which of a customer's plans a configuration is of: one, none, or several. */
export type FindPlan<P extends NamedPlan> = (configuration: string) => P | 'none' | 'several';

/** Words that a configuration has around the product's name, in the languages of the console. */
const AROUND = new Set(
  `default standard standardmäßig standaard par défaut predeterminada predeterminado oletus configuration konfiguration
   konfigurasjon configuración configuratie kokoonpano configuration profile profil for für pour para the membership
   licence license licens lizenz licencia licentie lisens`
    .split(/\s+/)
    .map(productKey),
);

/** A name in words, each with a space before and after. */
const inWords = (text: string): string =>
  ` ${productKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

/** A configuration without what the console writes around the product: `Default`, `100 GB`. */
const core = (text: string): string => {
  const words = inWords(text.replace(/\b\d+\s?[GT]B\b/giu, ' '))
    .split(' ')
    .filter((word) => word !== '' && !AROUND.has(word));
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
};

/**
 * Finds the plan that a product or configuration of the Admin Console is of: `Default Photoshop –
 * 100 GB configuration` is of Photoshop. The same name decides; else the longest name of a product
 * in it; else the only product whose name begins with it.
 */
export const plansByConfiguration = <P extends NamedPlan>(plans: readonly P[]): FindPlan<P> => {
  const all = plans.map((plan) => ({
    plan,
    words: inWords(plan.product),
    core: core(plan.product),
  }));
  const found = new Map<string, P | 'none' | 'several'>();
  const only = (some: typeof all): P | 'none' | 'several' =>
    some.length > 1 ? 'several' : (some[0]?.plan ?? 'none');
  const find = (configuration: string): P | 'none' | 'several' => {
    const [words, bare] = [inWords(configuration), core(configuration)];
    const same = all.filter((one) => one.words === words);
    if (same.length > 0) return only(same);
    const alike = all.filter((one) => bare !== '' && one.core === bare);
    if (alike.length > 0) return only(alike);
    const inside = all.filter((one) => one.words.trim() !== '' && words.includes(one.words));
    const longest = Math.max(0, ...inside.map((one) => one.words.length));
    if (longest > 0) return only(inside.filter((one) => one.words.length === longest));
    return only(all.filter((one) => bare !== '' && one.core.startsWith(bare)));
  };
  return (configuration) => {
    const known = found.get(configuration) ?? find(configuration);
    found.set(configuration, known);
    return known;
  };
};
