import type { Messages } from '#core/language/language.ts';
import type { invitation as source } from '../sv/user-invitation.ts';
import { numberedApps } from './numbered-apps.ts';

/** Words of showing a user's invitation to Apple's terms, in English. */
export const invitation = {
  title: 'Invitation',
  qr: 'QR code with the invitation',
  link: 'The link in the invitation',
  code: 'The code in the invitation',
  scan: (name) => `Let ${name} scan it with an iPhone or iPad, or send the link.`,
  onlyCode:
    'Only the code is here. The link will be ready once the location’s token has been synced.',
  beside: (host) =>
    `The link leads to ${host}, not to Apple. Send it only if you trust the system it came from.`,
  covered: 'The invitation is hidden',
  locked: 'The invitation is in the vault. Unlock to see it.',
  why: 'It is hidden after a minute, and when you leave Volym or lock. Every view is logged in the history.',
  show: 'Show invitation',
  hidesIn: (seconds) => (seconds === 1 ? 'Hidden in 1 second' : `Hidden in ${seconds} seconds`),
  copyLink: 'Copy link',
  copyCode: 'Copy code',
  copyLetter: 'Copy the whole letter',
  copied: 'Copied.',
  notCopied: 'Could not copy. Select the text and copy it yourself.',
  clipboard: 'The clipboard is cleared after a minute where the device allows it.',
  share: 'Share',
  mail: 'Email',
  language: 'Language of the letter',
  languages: { sv: 'Svenska', en: 'English' },
  personal: (name) => `For ${name} only: anyone who has the link can accept instead.`,
  next: 'What happens next',
  steps: {
    opens: (name) => `${name} opens the link, signs in with their Apple ID and accepts the terms.`,
    installs: 'Only then can the first app be installed.',
    seen: 'The next sync or list shows that the terms are accepted. Otherwise choose Terms accepted here.',
    again: 'If nothing happens within two weeks, send the link again, and choose Reminded today.',
  },
  other: 'Paste another one',
  paste: {
    title: 'Paste a link',
    field: 'Link or code',
    hint: 'As Apple or another system shows it. A whole letter works too.',
    sealed: 'It is sealed in the vault, and is never readable on the device or the server.',
    forgotten: 'The vault was locked, and what you pasted is gone. Paste it again.',
    save: 'Store',
    saved: 'The invitation is in the vault',
  },
  letter: {
    numbered: numberedApps,
    subject: 'Invitation to apps from us',
    body: (name, apps, link) =>
      `Hello${name === '' ? '' : ` ${name}`},\n\nYou are getting apps from us through Apple’s volume purchasing. Open the link on your iPhone or iPad, sign in with your Apple ID and accept the terms:\n\n${link}\n\nThen ${apps === '' ? 'the apps' : apps} will be installed. The link is only for you, so do not pass it on.`,
    shared: (name) =>
      `Hello${name === '' ? '' : ` ${name}`}! Open the link on your iPhone or iPad, sign in with your Apple ID and accept the terms, and the apps will be installed. The link is only for you.`,
  },
} satisfies Messages<typeof source>;
