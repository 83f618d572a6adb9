/** Texts of this area; the Swedish source. */
export const imports = {};
