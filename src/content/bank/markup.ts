// F27: what Discord would turn into something else than the words written, or into a mention.

type Markup = { pattern: RegExp; name: string };

const mentions: readonly Markup[] = [
  { pattern: /@(everyone|here)\b/, name: 'a mention of everybody' },
  { pattern: /<(@|#|:|a:|t:|\/|id:)/, name: 'a mention or another Discord tag' },
];

const formatting: readonly Markup[] = [
  { pattern: /(?<!\\)\|\|/, name: 'spoiler bars' },
  { pattern: /(?<!\\)\*[^*\s][^*]*\*/, name: 'emphasis by asterisks' },
  { pattern: /(?<![\\\w])_[^_\s]([^_]*[^_\s])?_(?!\w)/, name: 'emphasis by underscores' },
  { pattern: /(?<!\\)(~~|__)/, name: 'strikethrough or underline' },
  { pattern: /\[[^\]]+\]\(https?:/, name: 'a masked link' },
  { pattern: /^(#{1,3} |-# |> )/m, name: 'a heading or quotation' },
];

/** What of it the prose of a text holds, with the words; code must have been taken out. */
export function findMarkup(prose: string): string[] {
  const found = [...mentions, ...formatting].flatMap(({ pattern, name }) => {
    const [words] = pattern.exec(prose) ?? [];
    return words === undefined ? [] : [`${name}: "${words}"`];
  });
  return prose.includes('`')
    ? [...found, `a backtick without its partner: "${prose.trim().slice(0, 60)}"`]
    : found;
}

/** The number of lines between the fences of the longest code block; 0 without one. */
export function longestCodeBlock(text: string): number {
  const blocks = text.match(/```[\s\S]*?```/g) ?? [];
  return Math.max(0, ...blocks.map((block) => block.trim().split('\n').length - 2));
}
