/**
 * What stands behind an object of Playwright in this process: its own half of a browser, a context
 * or a page. No public door leads there; the harness mends by it what Playwright cannot do, or
 * does at too high a price.
 */
export const insideOf = (object: object) => Reflect.get(object, '_connection').toImpl(object);
