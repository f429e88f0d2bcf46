// Our questions are plain text with code in backticks; many formats hold HTML. Back and forth, so that our own comes back
// letter by letter and foreign HTML becomes readable text.
import { decodeEntities, escapeXml } from './entities.ts';

/** Of a piece of HTML: its text, and pictures as links; `media` when something is in it that no text stands for. */
export type FromHtml = { text: string; links: string[]; hasMedia: boolean };

/** Fenced code as `pre`, backticks as `code`, lines as `br`. Well-formed, so that XML may hold it. */
export function toHtml(text: string): string {
  return (
    text
      // A block stands in lines of its own: those around it are said by it.
      .split(/\n?^(```[^\n]*\n[\s\S]*?\n```)$\n?/m)
      .map((part, index) => (index % 2 === 1 ? fenceToHtml(part) : inlineToHtml(part)))
      .join('')
  );
}

function fenceToHtml(fence: string): string {
  const [, language = '', code = ''] = /^```([^\n]*)\n([\s\S]*?)\n```$/.exec(fence) ?? [];
  const kind = language === '' ? '' : ` class="language-${escapeXml(language)}"`;
  return `<pre><code${kind}>${escapeXml(code)}</code></pre>`;
}

function inlineToHtml(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) =>
      index % 2 === 1
        ? `<code>${escapeXml(part.slice(1, -1))}</code>`
        : escapeXml(part).replaceAll('\n', '<br/>'),
    )
    .join('');
}

/** Whether a text is HTML at all: some files say so of plain text. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i.test(text) || /&(#\d+|#x[0-9a-f]+|[a-z]{2,8});/i.test(text);
}

const BLOCKS = 'p|div|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|dl|dt|dd|hr';

export function fromHtml(html: string): FromHtml {
  const links: string[] = [];
  const kept: string[] = [];
  // Code first, since nothing in it is markup of ours; each is put back at the end.
  const keep = (text: string) => `\ue000${kept.push(text) - 1}\ue000`;
  const withoutCode = html
    .replaceAll('\ue000', '')
    .replace(/<(script|style|head|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<pre\b[^>]*>([\s\S]*?)<\/pre\s*>/gi, (_, inner: string) => `\n${keep(preToFence(inner))}\n`)
    .replace(/<(code|tt|kbd)\b[^>]*>([^<]*)<\/\1\s*>/gi, (_, _tag, inner: string) => keep(toCode(inner)));
  const { text, hasMedia } = withLinks(withoutCode, links);
  const plain = decodeEntities(
    text
      .replace(/\s*<br\s*\/?>\n?/gi, '\n')
      .replace(/<li\b[^>]*>/gi, '\n- ')
      .replace(new RegExp(`</?(?:${BLOCKS})\\b[^>]*>`, 'gi'), '\n')
      .replace(/<\/?[a-z][^<>]*>/gi, ''),
  );
  const lines = tidyLines(plain);
  return {
    text: lines.replace(/\ue000(\d+)\ue000/g, (_, index) => kept[Number(index)] ?? ''),
    links,
    hasMedia,
  };
}

/** Pictures with an address of their own become it; anything else that is seen or heard cannot. */
function withLinks(html: string, links: string[]): { text: string; hasMedia: boolean } {
  let hasMedia = false;
  const text = html.replace(
    /<(img|audio|video|object|embed|iframe|svg|canvas)\b[^>]*>/gi,
    (tag: string, name: string) => {
      const [, , src = ''] = /\ssrc\s*=\s*(["'])(.*?)\1/i.exec(tag) ?? [];
      const [, , alt = ''] = /\salt\s*=\s*(["'])(.*?)\1/i.exec(tag) ?? [];
      const address = decodeEntities(src).trim();
      if (name.toLowerCase() !== 'img' || !/^https?:\/\//i.test(address)) {
        hasMedia = true;
        return '';
      }
      links.push(address);
      return ` ${alt} ${escapeXml(address)} `;
    },
  );
  return { text, hasMedia };
}

function preToFence(inner: string): string {
  const [, kind = ''] = /<code\b[^>]*class=["'](?:[^"']*\s)?language-([\w+#.-]+)/i.exec(inner) ?? [];
  const code = decodeEntities(inner.replace(/<br\s*\/?>/gi, '\n').replace(/<\/?[a-z][^<>]*>/gi, ''));
  return `\`\`\`${kind}\n${code.replace(/^\n/, '').trimEnd().replaceAll('```', "'''")}\n\`\`\``;
}

function toCode(inner: string): string {
  const code = decodeEntities(inner);
  return code.includes('`') || code.includes('\n') || code === '' ? code : `\`${code}\``;
}

/** Blanks as HTML shows them: one between words, none at the ends of lines, one empty line at most. */
function tidyLines(text: string): string {
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
