// French plurals, lists, numbers and dates.
import { formsOf } from '../forms.ts';

export const forms = formsOf('fr');
