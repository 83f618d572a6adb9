const SHAPE = /^[0-9A-F]{20}$/;

/** A VIP ID as it is kept and compared: capitals, nothing between. */
export const vipIdText = (written: string): string =>
  written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/**
 * Whether a VIP ID has the shape of every one that Adobe shows (adobe.md §1): a warning, never a
 * refusal.
 */
export const hasVipIdShape = (vipId: string): boolean => SHAPE.test(vipId);

/** In groups of four, as it is read aloud and typed. */
export const vipIdGroups = (vipId: string): string => vipId.replace(/(.{4})(?=.)/g, '$1 ');
