/**
 * An app's number in the App Store, as people and systems write it: figures only, or with `id` in
 * front.
 */
export const readAdamId = (written: string): string | undefined =>
  /^(?:id)?([1-9]\d{4,18})$/i.exec(written.trim())?.[1] ?? adamIdOfAddress(written);

/**
 * The Adam ID in an address of Apple's stores (`…/id425073498?mt=8`), or undefined when there is
 * none (apple.md §3.3).
 */
export const adamIdOfAddress = (address: string): string | undefined => {
  const path = /^https?:\/\/(?:[a-z0-9-]+\.)*apple\.com\/(.*)$/i.exec(address.trim())?.[1];
  return (
    /(?:^|\/)id([1-9]\d{4,18})(?=[/?#]|$)/i.exec(path ?? '')?.[1] ??
    /[?&]id=([1-9]\d{4,18})\b/.exec(path ?? '')?.[1]
  );
};
