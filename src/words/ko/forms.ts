// 한국어의 수, 목록, 날짜 형식.
import { formsOf } from '../forms.ts';

export const forms = formsOf('ko');
