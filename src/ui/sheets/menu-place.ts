const EDGE = 8;

/** Puts an open popover under its button, or above it where there is no room, inside the screen. */
export const placeBeside = (popover: HTMLElement, button: HTMLElement): void => {
  const at = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = at.bottom + 4;
  const fits = below + height + EDGE <= innerHeight;
  const left = Math.min(Math.max(EDGE, at.right - width), innerWidth - width - EDGE);
  popover.style.left = `${left}px`;
  popover.style.top = `${fits ? below : Math.max(EDGE, at.top - height - 4)}px`;
};

/**
 * Which item a key leads to: arrows, Home, End, or the first letter. Undefined: the key is not the
 * menu's.
 */
export const stepFrom = (
  items: readonly HTMLElement[],
  current: Element | null,
  key: string,
): HTMLElement | undefined => {
  const at = items.indexOf(current as HTMLElement);
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const starts = (item: HTMLElement): boolean =>
    item.textContent.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
  return items.slice(at + 1).find(starts) ?? items.find(starts);
};
