/**
 * Adobe's own trade marks among the names of its products for teams, as of 2026-12. That an app of
 * the App Store is meant, which may have such a name, only its heading tells.
 */
const NAMES =
  /\b(?:adobe|acrobat|creative cloud|photoshop|illustrator|indesign|incopy|premiere|after effects|lightroom|dreamweaver|audition|firefly|substance 3d|captivate|fresco)\b/i;

/** Whether a text names a product of Adobe's. */
export const namesAdobe = (text: string): boolean => NAMES.test(text);
