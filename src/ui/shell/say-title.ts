/** How long to wait for a title; a screen with the same title as the last is announced then. */
const COMES_MS = 1_000;

let stop = (): void => undefined;
let last: Text | undefined;

/** What the router says to a screen reader; empty while a title is waited for. */
const saying = (): Text | undefined => {
  const parts = [...(document.querySelector('#svelte-announcer')?.childNodes ?? [])];
  const full = parts.find((part): part is Text => part instanceof Text && part.data.trim() !== '');
  return full ?? (last?.isConnected === true ? last : undefined);
};

/**
 * The router announces the window's title as soon as it has drawn an address, but a screen read
 * from the device has its title a moment later: the announced one is still that of the page before.
 * So it is withdrawn, and the title announced when it comes. `left` is the title of the page
 * before.
 */
export const sayTitle = (left: string): void => {
  stop();
  const words = (last = saying());
  if (words === undefined) return;
  const say = (): void => {
    stop();
    if (words.data !== document.title) words.data = document.title;
  };
  if (document.title !== left) return say();
  words.data = '';
  const watch = new MutationObserver(() => document.title !== left && say());
  watch.observe(document.head, { childList: true, subtree: true, characterData: true });
  const timer = setTimeout(say, COMES_MS);
  stop = () => {
    watch.disconnect();
    clearTimeout(timer);
    stop = () => undefined;
  };
};
