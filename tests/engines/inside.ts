/**
 * What is behind an object of Playwright in this process: its own half of a browser, a context
 * or a page. It has no public name; the harness mends with it what Playwright cannot do, or
 * does at too high a price.
 */
export const insideOf = (object: object) => Reflect.get(object, '_connection').toImpl(object);
