// German plurals, lists, numbers and dates.
import { formsOf } from '../forms.ts';

export const forms = formsOf('de');
