// Members: their settings are changed in settings; here is only what needs no command.
import type { Feature } from '#bot/feature.ts';
import { personal } from './personal.ts';
import { readLanguage } from './store.ts';

export const member: Feature = { personal, language: { ofMember: readLanguage } };
