import { provideTexts, type Texts } from '#ui/text.ts';
import { loadVipText } from './load-vip-text.ts';

/** Texts of which those of VIP come when they are asked for. */
export type VipTextLater = { readonly texts: Texts; readonly load: () => Promise<void> };

/**
 * Gives all below the words of the VIP customers, which come when something is done: a refusal is
 * said in them, and who only looks needs none. Called while its component is made.
 */
export const provideVipTextLater = (text: Texts): VipTextLater => {
  let vip = $state.raw<Texts['vip']>();
  const texts = provideTexts(Object.create(text, { vip: { get: () => vip } }) as Texts);
  return { texts, load: async () => void (vip = await loadVipText(text.language)) };
};
