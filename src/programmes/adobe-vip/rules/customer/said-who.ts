/** Whom a row is about: as much as it says. */
export type SaidWho = {
  readonly vipId: string;
  readonly marketplaceId: string;
  readonly name: string;
};
