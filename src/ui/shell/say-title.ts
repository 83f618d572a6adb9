/** So long a title may still come; a screen that has the same one as the last is said then. */
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
 * The router says the window's title as soon as it has drawn an address, and a screen that is read
 * from the device has its title a moment later: what was said is that of the page that was left.
 * That is taken back, and the title said when it comes. `left` is the title of the page that was
 * left.
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
