/**
 * How many licences are assigned but not renewed: "need renewal" of the Admin Console (adobe.md §4,
 * S19).
 */
export const needRenewal = ({
  used,
  renewed,
}: {
  readonly used: number;
  readonly renewed: number;
}): number => Math.max(0, used - renewed);

/**
 * How many owned licences are still to be renewed: what is left for the automatic renewal (adobe.md
 * §8.46).
 */
export const leftToRenew = ({
  owned,
  renewed,
}: {
  readonly owned: number;
  readonly renewed: number;
}): number => Math.max(0, owned - renewed);

/** Someone who holds a licence of the product; `keeps` when they were chosen to keep it. */
export type LicenceHolder = {
  readonly id: string;
  readonly name: string;
  readonly keeps?: boolean;
};

/** Who loses access when so many are short. */
export type AccessLoss<H extends LicenceHolder> = {
  readonly losing: readonly H[];
  /**
   * How many more lose access than can be named: holders not entered, or too many chosen to keep
   * theirs.
   */
  readonly unnamed: number;
  /** Whether the choice is made: exactly the missing number is not chosen to keep a licence. */
  readonly isChosen: boolean;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Who loses access at a partial renewal (C10): never who was chosen to keep a licence. Whom Adobe
 * takes is not written anywhere (adobe.md §4), so the rest is a proposal, by name and id and not by
 * locale: every device names the same.
 */
export const losesAccess = <H extends LicenceHolder>(
  holders: readonly H[],
  short: number,
): AccessLoss<H> => {
  const open = holders.filter(({ keeps }) => keeps !== true);
  const missing = Math.max(0, short);
  const losing = open
    .toSorted((a, b) => byText(a.name, b.name) || byText(a.id, b.id))
    .slice(0, missing);
  return {
    losing,
    unnamed: missing - losing.length,
    isChosen: missing === 0 || open.length === missing,
  };
};
