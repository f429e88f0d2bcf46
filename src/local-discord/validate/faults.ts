// A fault is one field error of Discord's answer 50035, and the wordings that several rules share.
// Codes are Discord's own where one is on public record; a code that starts with LOCAL_ is ours.
export type Path = (string | number)[];
export type Fault = { path: Path; code: string; message: string };

export function required(path: Path): Fault {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

export function tooLong(path: Path, max: number): Fault {
  return { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer in length.` };
}

export function tooShort(path: Path, min: number): Fault {
  return { path, code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${min} or more in length.` };
}

export function badLength(path: Path, min: number, max: number): Fault {
  return { path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${min} and ${max} in length.` };
}

export function numberAbove(path: Path, max: number | bigint): Fault {
  return { path, code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${max}.` };
}

export function numberBelow(path: Path, min: number | bigint): Fault {
  return { path, code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${min}.` };
}

export function notOneOf(path: Path, choices: Iterable<unknown>): Fault {
  return { path, code: 'BASE_TYPE_CHOICES', message: `Value must be one of ${tuple(choices)}.` };
}

export function wrongType(path: Path, types: Iterable<unknown>): Fault {
  const known = [...types].sort((a, b) => Number(a) - Number(b));
  return {
    path,
    code: 'UNION_TYPE_CHOICES',
    message: `Value of field "type" must be one of ${tuple(known)}.`,
  };
}

/** Discord is written in Python and counts code points, so that an emoji is one character and not two. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Choices are printed the way Python prints a tuple: ('de', 'fr'), and (1,) when alone. */
function tuple(choices: Iterable<unknown>): string {
  const printed = [...choices].map((choice) => (typeof choice === 'string' ? `'${choice}'` : String(choice)));
  return `(${printed.join(', ')}${printed.length === 1 ? ',' : ''})`;
}
