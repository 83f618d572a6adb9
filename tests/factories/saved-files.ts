import { onTestFinished, vi } from 'vitest';

/**
 * What the screen hands to the device as files from here on, until the test ends: names and their
 * content.
 */
export const savedFiles = () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click');
  onTestFinished(() => [made, saved].forEach((spy) => spy.mockRestore()));
  return {
    names: (): string[] =>
      saved.mock.contexts
        .map((link) => (link instanceof HTMLAnchorElement ? link.download : ''))
        .filter(Boolean),
    content: async (at = 0): Promise<string> => {
      const content = made.mock.calls[at]?.[0];
      return content instanceof Blob ? await content.text() : '';
    },
  };
};
