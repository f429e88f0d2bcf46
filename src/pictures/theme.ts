// What the tones look like. Every text on the ground it stands on has a contrast of 4.5 : 1 or more, every mark 3 : 1
// (checked by a test).
import { contrast, mix } from './contrast.ts';
import type { Tone } from './node.ts';
import type { Theme } from './picture.ts';

type Named = Exclude<Tone, `#${string}`>;

const looks: Readonly<Record<Theme, Readonly<Record<Named, string>>>> = {
  dark: {
    page: '#1e1f22',
    card: '#2b2d31',
    track: '#3f4147',
    line: '#4e5058',
    ink: '#f2f3f5',
    faint: '#b5bac1',
    accent: '#f0e442',
    good: '#3fc795',
    weak: '#ef9a3d',
    cool: '#6cb8f0',
  },
  light: {
    page: '#ffffff',
    card: '#f2f3f5',
    track: '#dfe1e5',
    line: '#c4c9ce',
    ink: '#1e1f22',
    faint: '#4e5058',
    accent: '#8c6a00',
    good: '#007a55',
    weak: '#b34d00',
    cool: '#0b62a8',
  },
};

export function colorOf(tone: Tone, theme: Theme): string {
  return isColor(tone) ? visible(tone, theme) : looks[theme][tone];
}

const LEAST = 3;
const STEP = 0.05;

/** A domain's own colour, brought nearer to the ink until a bar of it stands out from its track. */
function visible(color: string, theme: Theme): string {
  const { ink, track } = looks[theme];
  for (let share = 0; share < 1; share += STEP) {
    const mixed = mix(color, ink, share);
    if (contrast(mixed, track) >= LEAST) return mixed;
  }
  return ink;
}

function isColor(tone: Tone): tone is `#${string}` {
  return tone.startsWith('#');
}
