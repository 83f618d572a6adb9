import type { Component } from 'svelte';
import type { ListDoor } from '#workspace/screens/import/importing.ts';
import { listDoor as vip } from './adobe-vip/screens/import/list-door.ts';
import { listDoor as licences } from './apple-licences/screens/import/list-door.ts';

/**
 * Which lists are read, for each programme that needs to explain its lists. Separate from the
 * contract, since home needs none of it and the screen that chooses a file needs it at once.
 */
export const listDoors: readonly ListDoor[] = [licences, vip];

/** Where people go on from what sheets of a kind brought; undefined where nothing is to do. */
export const wayOn = (kind: string): Component | undefined =>
  listDoors.find(({ way }) => way?.leadsOn(kind) === true)?.way?.link;
