/** Whom a row is about: as much as it says. */
export type NamedCustomer = {
  readonly vipId: string;
  readonly marketplaceId: string;
  readonly name: string;
};
