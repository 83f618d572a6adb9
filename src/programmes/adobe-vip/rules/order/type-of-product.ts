import { productKey } from '../product/product-name.ts';
import type { LicenceType } from '../edition/programme.ts';
import type { PurchaseAuthorization } from '../authorization/purchase-authorization.ts';
import { anyLevelKey } from '../reconcile/sku-likeness.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';

/** What an order or a list says of a product. */
export type NamedProduct = { readonly product: string; readonly sku: string };

/** A product of a customer as its licences are kept. */
export type KnownProduct = { readonly product: string; readonly licenceType: LicenceType | '' };

/**
 * Finds what a customer has of a product; undefined where nothing is known of it, or two licence
 * types are.
 */
export type FindProduct = (product: NamedProduct) => KnownProduct | undefined;

/** What of a customer names its products. */
export type ProductSources = {
  readonly customer: { readonly data: Pick<VipCustomer['data'], 'plans'> };
  readonly authorizations: readonly {
    readonly data: Pick<PurchaseAuthorization['data'], 'licenceType' | 'lines'>;
  }[];
};

/**
 * Whether a product has no name of its own: lists that name only the SKU have it in the name's
 * place.
 */
export const isNameless = ({ product, sku }: NamedProduct): boolean =>
  product === '' || product === sku;

/** Everything that a customer has of a product, by its name, else by its SKU whatever its level. */
export const matchesOf = ({
  customer,
  authorizations,
}: ProductSources): ((product: NamedProduct) => readonly KnownProduct[]) => {
  const [byName, bySku] = [new Map<string, KnownProduct[]>(), new Map<string, KnownProduct[]>()];
  const add = (known: NamedProduct & KnownProduct): void => {
    addTo(byName, isNameless(known) ? '' : productKey(known.product), known);
    addTo(bySku, anyLevelKey(known.sku), known);
  };
  for (const plan of Object.values(customer.data.plans)) add(plan);
  for (const { data } of authorizations)
    for (const line of Object.values(data.lines))
      if (data.licenceType !== '') add({ ...line, licenceType: data.licenceType });
  return (product) => {
    const named = isNameless(product) ? undefined : byName.get(productKey(product.product));
    return named ?? bySku.get(anyLevelKey(product.sku)) ?? [];
  };
};

/**
 * Whether everything found for a product has the same licence type; also false if nothing was
 * found.
 */
export const areOfOneType = (found: readonly KnownProduct[]): boolean =>
  new Set(found.map(({ licenceType }) => licenceType)).size === 1;

/**
 * The licence type of a product, which order lists and invoices leave out, from the plans and
 * authorizations of the customer: by name, else by the SKU whatever its level. A plan recorded
 * without a type counts as a type of its own.
 */
export const productsOf = (sources: ProductSources): FindProduct => {
  const matches = matchesOf(sources);
  return (product) => {
    const found = matches(product);
    return areOfOneType(found) ? only(found[0]) : undefined;
  };
};

const only = (found: KnownProduct | undefined): KnownProduct | undefined =>
  found === undefined ? undefined : { product: found.product, licenceType: found.licenceType };

const addTo = (map: Map<string, KnownProduct[]>, key: string, known: KnownProduct): void => {
  if (key === '') return;
  const there = map.get(key);
  if (there === undefined) map.set(key, [known]);
  else there.push(known);
};
