import { provideTexts, type Texts } from '#ui/text.ts';
import { loadVipText } from './load-vip-text.ts';

/** Texts whose VIP words are loaded on demand. */
export type VipTextLater = { readonly texts: Texts; readonly load: () => Promise<void> };

/**
 * Provides the words of the VIP customers to all components below; they are loaded when something
 * is done, since only refusals need them. Called during the component's initialization.
 */
export const provideVipTextLater = (text: Texts): VipTextLater => {
  let vip = $state.raw<Texts['vip']>();
  const texts = provideTexts(Object.create(text, { vip: { get: () => vip } }) as Texts);
  return { texts, load: async () => void (vip = await loadVipText(text.language)) };
};
