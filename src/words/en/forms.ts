// English plurals, lists, numbers and dates. British dates: the day before the month, as most of the world reads them.
import { formsOf } from '../forms.ts';

export const forms = formsOf('en-GB');
