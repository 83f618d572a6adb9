import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BLANK_TOKEN,
  type TokenInput,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { toKeep } from '#programmes/apple-licences/screens/token/new-token-draft.ts';

const BEGIN: TokenInput = { ...BLANK_TOKEN, holders: { sara: 'Sara Lindholm' } };

describe('B1: a form of a token that is left', () => {
  test('B1: keeps what was typed and ticked, and nothing that was not touched', () => {
    const input: TokenInput = {
      ...BEGIN,
      name: 'Gymnasiet',
      holders: { ...BEGIN.holders, johan: 'Johan Ek' },
    };
    expect(toKeep({ input, guide: { registered: true, cleared: false } }, BEGIN)).toEqual({
      input: { name: 'Gymnasiet', holders: input.holders },
      guide: { registered: true },
    });
    expect(toKeep({ input: { ...BEGIN }, guide: { registered: false } }, BEGIN)).toBeUndefined();
  });

  test('B1: keeps neither the file nor its text, whatever is beside the fields', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9+/]{24,64}$/);
    fc.assert(
      fc.property(secret, (bearer) => {
        const input = {
          ...BEGIN,
          name: 'Gymnasiet',
          bearer,
          sealed: { text: bearer },
          pasted: bearer,
        };
        expect(JSON.stringify(toKeep({ input, guide: {} }, BEGIN))).not.toContain(bearer);
      }),
    );
  });
});
