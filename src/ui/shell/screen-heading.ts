import { PAIR } from './frame-place.ts';

/**
 * The heading of what an address opened: of the detail where it is beside its list, else of the
 * screen.
 */
export const headingNow = (): HTMLElement | undefined => {
  const isPair = matchMedia(PAIR).matches && document.querySelector('[data-pair]') !== null;
  const inDetail = document.querySelector('[data-opened]') !== null;
  const within = !isPair ? '#content' : inDetail ? '[data-opened]' : '[data-pair] > .list';
  // The bar of a form shows its title, too, and takes no focus.
  const headings = document.querySelectorAll<HTMLElement>(`${within} .screen :is(h1, h2).title`);
  return [...headings].find((element) => element.checkVisibility());
};
