// Plurais, listas, números e datas do português do Brasil.
import { formsOf } from '../forms.ts';

export const forms = formsOf('pt-BR');
