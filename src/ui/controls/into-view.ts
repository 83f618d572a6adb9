/**
 * Scrolls to what has just appeared and may be out of sight: whoever asked for it would not see that
 * it is there. An attachment of the element.
 */
export const intoView =
  (block: 'center' | 'nearest') =>
  (appeared: Element): void =>
    appeared.scrollIntoView({ block });
