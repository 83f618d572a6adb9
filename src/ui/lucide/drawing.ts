/** What a file of `@lucide/svelte/icons` says of its icon: the shapes on a ground of 24 by 24. */
export type IconData = {
  readonly node: readonly (readonly [tag: string, attributes: Record<string, string>])[];
};

const SVG = 'http://www.w3.org/2000/svg';

const drawings = new WeakMap<IconData, DocumentFragment>();

const drawn = ({ node }: IconData): DocumentFragment => {
  const drawing = document.createDocumentFragment();
  for (const [tag, attributes] of node) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    drawing.append(shape);
  }
  return drawing;
};

/**
 * Puts an icon's shapes into its element: made once, and copied for each of the rows that show it.
 */
export const drawInto =
  (icon: IconData) =>
  (svg: SVGElement): void => {
    const drawing = drawings.get(icon) ?? drawn(icon);
    drawings.set(icon, drawing);
    svg.replaceChildren(drawing.cloneNode(true));
  };
