// 中文的复数、列表、数字与日期。
import { formsOf } from '../forms.ts';

export const forms = formsOf('zh-CN');
