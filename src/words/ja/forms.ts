// 日本語の数・列挙・日付。
import { formsOf } from '../forms.ts';

export const forms = formsOf('ja');
