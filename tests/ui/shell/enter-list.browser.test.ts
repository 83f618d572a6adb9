import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { enterList } from '#ui/shell/screen-focus.ts';

/** A screen whose heading has come, with the list that is still being read. */
const screenWithList = (): { readonly heading: HTMLElement; readonly list: HTMLElement } => {
  document.body.innerHTML =
    '<h1 tabindex="-1">Token</h1><button>Sök</button><div data-list>…</div>';
  const heading = document.querySelector('h1') as HTMLElement;
  heading.focus();
  return { heading, list: document.querySelector('[data-list]') as HTMLElement };
};
const addRow = (list: HTMLElement): Element => {
  list.innerHTML = '<a class="row" href="#a">Grundskolan</a>';
  return list.firstElementChild as Element;
};
/** Resolves once the observers of the document have run. */
const told = (): Promise<void> => new Promise((done) => void setTimeout(done));

afterEach(() => document.body.replaceChildren());

test('X14: an arrow enters the list, and one that comes before the rows is kept until they are there', async () => {
  const { list } = screenWithList();
  enterList();
  const row = addRow(list);
  await told();
  expect(row).toHaveFocus();
  (document.activeElement as HTMLElement).blur();
  enterList();
  expect(row).toHaveFocus();
});

test('X14: whoever goes elsewhere meanwhile stays there', async () => {
  const { list } = screenWithList();
  enterList();
  await userEvent.keyboard('{Tab}');
  addRow(list);
  await told();
  expect(document.querySelector('button')).toHaveFocus();

  const { heading, list: other } = screenWithList();
  enterList();
  (document.querySelector('button') as HTMLElement).focus();
  addRow(other);
  await told();
  expect(document.querySelector('button')).toHaveFocus();
  expect(heading).not.toHaveFocus();
});
