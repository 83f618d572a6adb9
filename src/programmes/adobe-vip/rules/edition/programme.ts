/**
 * The two programmes that run side by side (adobe.md, first page): classic VIP and VIP Marketplace.
 */
export const VIP_PROGRAMMES = ['vip', 'vip-marketplace'] as const;

/** Which of the two a customer is a member of. */
export type VipProgramme = (typeof VIP_PROGRAMMES)[number];

/** Market segments, one for each customer (adobe.md §1): commercial, education, government. */
export const SEGMENTS = ['COM', 'EDU', 'GOV'] as const;

/** A market segment. */
export type Segment = (typeof SEGMENTS)[number];

/**
 * What licences are authorized as; Education device licences are ordered from Adobe directly (seed
 * 002).
 */
export const LICENCE_TYPES = ['enterprise', 'team'] as const;

/** The licence type of an authorization. */
export type LicenceType = (typeof LICENCE_TYPES)[number];
