import type { Messages } from '#core/language/language.ts';
import type { couch as source } from '../sv/couch.ts';
import { notAllowedHere } from '#ui/words/en/not-allowed-here.ts';

/** Words of a workspace that is kept in step with any CouchDB, in English. */
export const couch = {
  title: 'Your own CouchDB',
  connectText: (name: string) =>
    `${name} is also saved in the database. Everything is sealed on the device first: the server cannot read it.`,
  movesText: (name: string, host: string) =>
    `${name} is kept in sync with ${host} and moves to the database. Colleagues connect their own devices to it.`,
  comeInText: 'Enter the address of the workspace, and the user you were given.',
  leavesDemo: 'The example is erased from the device.',
  address: 'Address',
  addressHint: 'For example https://couch.nordby.example',
  database: 'Database',
  databaseHint: 'Created if it does not exist and the user is allowed to.',
  databaseHere: 'Ask the person who connected the workspace.',
  user: 'User',
  password: 'Password',
  passwordHint: 'Saved on the device and sent only to the server.',
  connect: 'Connect',
  next: 'Continue',
  asking: 'Asking the server',
  connected: 'Connected. Colleagues join through the same database.',
  open: 'Open the workspace',
  openByPhrase: (host: string) => `It is on ${host}. Type the passphrase of the workspace.`,
  openByKit: (host: string) =>
    `It is on ${host}. Type the twelve words, or scan the code of the kit.`,
  usePhrase: 'Use the passphrase instead',
  back: 'Cancel',
  settingsTitle: 'Settings in CouchDB',
  settingsText: 'Put this into local.ini and restart CouchDB:',
  copySettings: 'Copy the settings',
  copied: 'The settings are copied',
  notCopied: 'The settings could not be copied. Select and copy them yourself.',
  problems: {
    'no-address': 'Type the address of the server. It starts with https://',
    'not-https':
      'The address must start with https://, or others can read the password in transit. Only a server on this computer may use http://',
    unreachable:
      'The server does not answer, or does not allow requests from Volym (CORS). The browser does not say which. Check the address and the network. If they are right, turn on CORS as shown below.',
    'not-allowed-here': notAllowedHere,
    'not-couch':
      'Something other than CouchDB answers there. Check the address; it should not include the database.',
    'wrong-password': 'Wrong user or password. Type them again.',
    'no-right':
      'The user is not allowed to open the database. Ask whoever runs the CouchDB to make the user a member of the database.',
    'no-database':
      'There is no such database. Check its name with the person who connected the workspace.',
    'may-not-make':
      'There is no such database, and the user is not allowed to create it. Ask whoever runs the CouchDB to create it and make the user a member.',
    'bad-name':
      'That is not a valid database name. It must start with a lowercase letter a–z, followed by lowercase letters, digits and _ $ ( ) + - /',
    'other-workspace':
      'Another workspace is in the database. Two are never mixed: choose another database, or join from a device without a workspace.',
    'other-contents':
      'Something other than a Volym workspace is in the database. Choose an empty one.',
    'no-workspace':
      'The database is empty. Create the workspace on a device and connect it here first, under More, People.',
    locked: 'It was locked in the meantime. Continue again and type the passphrase.',
    'only-reads': 'This device is read-only. Ask someone who can edit to connect the workspace.',
    'server-trouble':
      'The server is returning errors, or has had too many wrong passwords. Wait a while and try again.',
    failed: 'It could not be saved on the device. Nothing is lost; try again.',
  },
  people: {
    title: 'The workspace is in a CouchDB',
    text: 'A colleague chooses Join a workspace, Your own CouchDB, and types the details shown here, their own user and password, and the passphrase.',
    address: 'Address',
    database: 'Database',
    cannot: [
      'There are no one-time invitations: everyone needs a user in CouchDB.',
      'To shut out a device, remove its user or change the password. Then change keys under Settings, Lock and passphrase.',
      'Who can edit is decided by the database, not by Volym.',
    ],
  },
  newPassword: {
    title: 'Type the password in use now',
    text: (user: string) =>
      `CouchDB does not let ${user} in. Your changes stay here and are sent afterwards.`,
    save: 'Save and sync',
    saved: 'The password works. Syncing again.',
  },
} satisfies Messages<typeof source>;
