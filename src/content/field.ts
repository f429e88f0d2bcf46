// The fields that several files of a pack have: ids, numbers of the guide, days and addresses.
import { z } from 'zod';

export const date = z.iso.date();
export const reference = z.url({ protocol: /^https$/ });
export const domainId = z.string().regex(/^\d$/, 'a domain is one digit, in quotes');
export const taskId = z.string().regex(/^\d\.\d$/, 'a task is two numbers, in quotes: "1.2"');
export const lessonId = z.string().regex(/^\d\.\d{1,2}$/, 'a lesson is two numbers, in quotes: "1.2"');
export const skillId = z.string().regex(/^\d\.\d\.\d{1,2}$/, 'a skill is three numbers, in quotes: "1.2.3"');
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case, digits and hyphens');
