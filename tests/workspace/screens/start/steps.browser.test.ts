import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openQrReader } from '#platform/browser/qr-reader.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { onMedium } from '#tests/ui/media.ts';
import { showVault } from '#tests/workspace/screens/vault/show-vault.ts';
import ChooseStep from '#workspace/screens/start/ChooseStep.svelte';
import KitStep from '#workspace/screens/start/KitStep.svelte';
import NamesStep from '#workspace/screens/start/NamesStep.svelte';
import PhraseStep from '#workspace/screens/start/PhraseStep.svelte';
import RulesStep from '#workspace/screens/start/RulesStep.svelte';
import { Setup } from '#workspace/screens/start/setup.svelte.ts';

let setup: Setup;
let done: string[];
const note = (what: string) => (): void => void done.push(what);
const ways = { onback: note('back'), onnext: note('next') };
const next = () => page.getByRole('button', { name: 'Fortsätt' });

beforeEach(async () => {
  setup = new Setup();
  await setup.draw('sv');
  [setup.person, setup.workspace] = ['Sara Lindholm', 'Nordby IT'];
  done = [];
});

describe('X15: choosing', () => {
  const choose = (): void =>
    showVault(ChooseStep, {
      setup,
      busy: false,
      onempty: note('empty'),
      onimport: note('import'),
      ondemo: note('demo'),
    });

  test('X15: offers what is there: to begin empty, to import, example data', async () => {
    choose();
    await page.getByRole('button', { name: 'Börja tomt' }).click();
    await page.getByRole('button', { name: /Importera kalkylblad/ }).click();
    await page.getByRole('button', { name: /Prova med exempeldata/ }).click();
    expect(done).toEqual(['empty', 'import', 'demo']);
    expect(page.getByRole('checkbox').elements()).toHaveLength(3);
  });

  test.each([
    [['VPP-kredit från Apple'], ['apple-licences', 'adobe-vip']],
    [['Token för appar', 'Adobe VIP'], ['apple-credit']],
    [['VPP-kredit från Apple', 'Token för appar'], ['adobe-vip']],
    [[], ['apple-credit', 'apple-licences', 'adobe-vip']],
  ])('X15, B1: with %s left out the workspace has %s', async (left, programmes) => {
    choose();
    for (const name of left) await page.getByRole('checkbox', { name }).click();
    await expect.element(page.getByRole('button', { name: 'Börja tomt' })).toBeEnabled();
    expect(setup.made.programmes).toEqual(programmes);
    expect(setup.reached('names')).toBe('names');
  });

  test('X15: with nothing chosen it says what is missing', async () => {
    choose();
    const all = ['VPP-kredit från Apple', 'Token för appar', 'Adobe VIP'];
    for (const name of all) await page.getByRole('checkbox', { name }).click();
    expect(setup.reached('names')).toBe('choose');
    await expect.element(page.getByText('Välj minst en sak att sköta.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Börja tomt' })).toBeDisabled();
  });
});

describe('X15: the rules that hold today', () => {
  const radio = (name: RegExp) => page.getByRole('radio', { name });

  test('X15: the seed’s own are chosen, each with a sentence and its source, and going on answers', async () => {
    showVault(RulesStep, { setup, ...ways });
    await expect.element(radio(/^30 dagar .*Källa: Adobes svenska sida/)).toBeChecked();
    await expect.element(radio(/^Användarlicenser .*Källa: Microsoft Intune, 2016/)).toBeChecked();
    expect(page.getByRole('radio').elements()).toHaveLength(5);
    await next().click();
    expect(done).toEqual(['next']);
    expect(setup.made.rules).toEqual({
      accounts: 'apple-licences.accounts-2016',
      orders: 'adobe-vip.order-30',
    });
  });

  test('X15: another is one tap', async () => {
    showVault(RulesStep, { setup, ...ways });
    await radio(/^14 dagar/).click();
    await radio(/^Användar- eller enhetslicenser/).click();
    await expect.element(radio(/^30 dagar/)).not.toBeChecked();
    expect(setup.made.rules).toEqual({
      accounts: 'apple-licences.accounts-2025',
      orders: 'adobe-vip.order-14',
    });
  });

  test('X15: only what is looked after is asked of, and credit alone asks nothing', () => {
    setup.choose('apple-licences', false);
    showVault(RulesStep, { setup, ...ways });
    expect(page.getByRole('radio').elements()).toHaveLength(3);
    expect(setup.made.rules).toEqual({ orders: 'adobe-vip.order-30' });
    setup.choose('adobe-vip', false);
    expect([setup.reached('rules'), setup.made.rules]).toEqual(['names', {}]);
  });
});

describe('X15: the names', () => {
  test('X15: both are needed, Enter goes on', async () => {
    setup.workspace = '';
    showVault(NamesStep, { setup, ...ways });
    await expect.element(next()).toBeDisabled();
    await page.getByLabelText('Arbetsplatsens namn').fill('Nordby IT');
    await expect.element(next()).toBeEnabled();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Tillbaka' }).click();
    expect(done).toEqual(['next', 'back']);
    expect(setup.reached('kit')).toBe('passphrase');
  });
});

describe('X9: choosing a passphrase', () => {
  const again = () => page.getByLabelText('Skriv orden en gång till');

  test('X9: five words are drawn, and going on wants them typed once more', async () => {
    showVault(PhraseStep, { setup, ...ways });
    expect(setup.phrase.words).toHaveLength(5);
    await expect.element(page.getByText('Mycket stark')).toBeVisible();
    await again().fill(setup.phrase.words.slice(0, 4).join(' '));
    await expect.element(next()).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Det stämmer inte än. Ordningen räknas.')).toBeVisible();
    await again().fill(` ${setup.phrase.words.join('  ').toUpperCase()} `);
    await expect.element(next()).toBeEnabled();
    await userEvent.keyboard('{Enter}');
    expect(done).toEqual(['next']);
    expect(setup.phrase.phrase).toBe(setup.phrase.words.join(' '));
  });

  test('X9: five drawn words are very strong, also where one came twice or looks easy', async () => {
    setup.phrase.draw({ list: ['mamma'], loadListed: () => Promise.resolve(() => true) });
    showVault(PhraseStep, { setup, ...ways });
    await expect.element(page.getByText('Mycket stark')).toBeVisible();
  });

  test('X9: a mistyped word is reported by its place, as soon as it is whole, and never written out', async () => {
    showVault(PhraseStep, { setup, ...ways });
    const [one = '', two = '', three = '', four = '', five = ''] = setup.phrase.words;
    const wrong = (place: number) => page.getByText(`Ord ${place} är inte som i listan.`);
    await again().fill(`${one} ${two.slice(0, -1)}`);
    await expect.element(wrong(2)).not.toBeInTheDocument();
    await again().fill(`${one} ${two.slice(0, -1)} `);
    await expect.element(wrong(2)).toBeVisible();
    await again().fill(`${one} ${two} ${three} ${four} ${five}x`);
    await expect.element(wrong(5)).toBeVisible();
    await expect.element(next()).toBeDisabled();
    await again().fill(setup.phrase.words.join(' '));
    await expect.element(wrong(5)).not.toBeInTheDocument();
    await expect.element(next()).toBeEnabled();
  });

  test('X9: new words take the place of the old and of what was typed', async () => {
    showVault(PhraseStep, { setup, ...ways });
    const before = setup.phrase.words;
    await again().fill(before.join(' '));
    await page.getByRole('button', { name: 'Nya ord' }).click();
    expect(setup.phrase.words).not.toEqual(before);
    await expect.element(again()).toHaveValue('');
    await expect.element(next()).toBeDisabled();
  });

  test('X9: pasting is allowed', async () => {
    showVault(PhraseStep, { setup, ...ways });
    const field = again().element() as HTMLInputElement;
    field.focus();
    expect(
      field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
    ).toBe(true);
    expect(document.execCommand('insertText', false, setup.phrase.words.join(' '))).toBe(true);
    await expect.element(next()).toBeEnabled();
  });

  test('X9: an own phrase needs twelve characters and must not be easy to guess', async () => {
    showVault(PhraseStep, { setup, ...ways });
    await page.getByRole('radio', { name: 'Egen fras' }).click({ force: true });
    const own = page.getByLabelText('Din fras');
    const twice = page.getByLabelText('Skriv frasen en gång till');
    for (const weak of ['elva tecken', 'qwertyuiopasdf', 'lösenord lösenord']) {
      await own.fill(weak);
      await twice.fill(weak);
      await expect
        .element(page.getByText('Frasen är för lätt att gissa.', { exact: false }))
        .toBeVisible();
      await expect.element(next()).toBeDisabled();
    }
    await own.fill('Min katt heter Sune');
    await twice.fill('min katt heter sune');
    await expect.element(next()).toBeDisabled();
    await twice.fill('Min  katt heter Sune');
    await expect.element(next()).toBeEnabled();
    expect(setup.phrase.phrase).toBe('Min katt heter Sune');
  });
});

describe('X9: the recovery kit', () => {
  const kit = (): void =>
    showVault(KitStep, {
      setup,
      today: '2026-11-20',
      busy: false,
      onback: note('back'),
      oncreate: note('create'),
    });
  const field = (which: 0 | 1) =>
    page.getByLabelText(`Ord ${setup.kit.places[which]}`, { exact: true });
  const word = (which: 0 | 1): string => setup.kit.words[setup.kit.places[which] - 1] ?? '';
  const create = () => page.getByRole('button', { name: 'Skapa arbetsplatsen' });
  const onScreen = (): string =>
    [...document.querySelectorAll('.paper .word')].map(({ textContent }) => textContent).join(' ');

  afterEach(() => onMedium(''));

  test('X9: shows twelve words, but for the two that are asked for', async () => {
    kit();
    await expect
      .element(page.getByText(/Kit 1, märke [A-Z0-9]{4}, skapat 20 nov 2026/).first())
      .toBeVisible();
    const covered = [word(0), word(1)];
    const rest = setup.kit.words.filter((_, at) => !setup.kit.places.includes(at + 1));
    expect(onScreen()).toBe(rest.join(' '));
    expect(covered).toHaveLength(2);
  });

  test('X9: the workspace is made when both words are right, and Enter walks through', async () => {
    kit();
    await expect.element(create()).toBeDisabled();
    await field(0).fill('fel');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByText(`Ord ${setup.kit.places[0]} stämmer inte. Se efter på pappret.`))
      .toBeVisible();
    await field(0).fill(` ${word(0).toUpperCase()} `);
    await userEvent.keyboard('{Enter}');
    await expect.element(field(1)).toHaveFocus();
    await userEvent.keyboard(word(1));
    await expect.element(create()).toBeEnabled();
    await userEvent.keyboard('{Enter}');
    expect(done).toEqual(['create']);
  });

  test('X9: all words can be shown for copying by hand; then others are asked for', async () => {
    kit();
    await field(0).fill(word(0));
    await field(1).fill(word(1));
    await page.getByRole('button', { name: 'Visa alla ord' }).click();
    expect(onScreen()).toBe(setup.kit.words.join(' '));
    await expect.element(create()).toBeDisabled();
    await page.getByRole('button', { name: 'Dölj och kontrollera' }).click();
    await expect.element(create()).toBeDisabled();
    await expect.element(field(0)).toHaveValue('');
  });

  test('X9: the QR code on the paper says the twelve words', async () => {
    kit();
    const svg = await vi.waitFor(() => {
      const found = document.querySelector<SVGElement>('.paper svg[role=img]');
      if (found === null) throw new Error('not drawn yet');
      return found;
    }, 60_000);
    const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 480 });
    const image = new Image(480, 480);
    const drawn = svg.cloneNode(true) as SVGElement;
    drawn.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    drawn.setAttribute('width', '480');
    drawn.setAttribute('height', '480');
    image.src = `data:image/svg+xml,${encodeURIComponent(drawn.outerHTML)}`;
    await image.decode();
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 480, 480);
    pen.drawImage(image, 0, 0, 480, 480);
    expect(await (await openQrReader())(canvas)).toBe(setup.kit.words.join(' '));
  });

  test('X9: what is printed is the whole kit and nothing else', async () => {
    kit();
    const printed = document.querySelector('[data-kit-print]');
    expect(
      [...(printed?.querySelectorAll('li b') ?? [])].map(({ textContent }) => textContent),
    ).toEqual(setup.kit.words);
    expect(printed?.checkVisibility()).toBe(false);
    await onMedium('print');
    expect(printed?.checkVisibility()).toBe(true);
    for (const button of document.querySelectorAll('button'))
      expect(button.checkVisibility({ visibilityProperty: true })).toBe(false);
  });
});

describe('X14: the first start for everyone', () => {
  const parts = {
    choose: () =>
      showVault(ChooseStep, {
        setup,
        busy: false,
        onempty: () => {},
        onimport: () => {},
        ondemo: () => {},
      }),
    rules: () => showVault(RulesStep, { setup, ...ways }),
    names: () => showVault(NamesStep, { setup, ...ways }),
    passphrase: () => showVault(PhraseStep, { setup, ...ways }),
    kit: () =>
      showVault(KitStep, {
        setup,
        today: '2026-11-20',
        busy: false,
        onback: () => {},
        oncreate: () => {},
      }),
  } as const;

  test.each(
    Object.keys(parts).flatMap((part) => [[part, 'light'] as const, [part, 'dark'] as const]),
  )('X14: axe finds nothing on %s, %s', async (part, theme) => {
    inTheme(theme);
    parts[part as keyof typeof parts]();
    await document.fonts.ready;
    expect(await faults()).toEqual([]);
  });

  test('X14: speaks English', async () => {
    showVault(
      KitStep,
      { setup, today: '2026-11-20', busy: false, onback: () => {}, oncreate: () => {} },
      'en',
    );
    await expect.element(page.getByRole('heading', { name: 'Recovery kit' })).toBeVisible();
    await expect
      .element(page.getByText(/Kit 1, mark [A-Z0-9]{4}, made 20 Nov 2026/).first())
      .toBeVisible();
  });
});
