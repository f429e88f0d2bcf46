// Plurales, listas, números y fechas del español.
import { formsOf } from '../forms.ts';

export const forms = formsOf('es');
