/**
 * Scrolls to what has just appeared, as far as it is out of sight: whoever asked for it would not
 * see that it is there. An attachment of the element.
 */
export const intoView = (appeared: Element): void => appeared.scrollIntoView({ block: 'nearest' });
