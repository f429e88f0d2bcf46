// Files: what the body says of them must be there, uploaded with it or already part of the message.
import { cleanFileName } from '../files.ts';
import { type Component, mediaIn, placedIn } from './component-rules.ts';
import { type Fault, type Path, tooLong } from './faults.ts';

/** The files that came with the request, and those of the message it changes. */
export type Files = {
  uploads: readonly { placeholder: string; name: string }[];
  kept: readonly { id: string; filename: string }[];
};

type Attachment = { id: string | number; filename?: string | null };
type Carrier = { components?: Component[] | null; attachments?: Attachment[] | null };

const COUNT_MAX = 10;
const REFERENCE = /^attachment:\/\//;

export function fileFaults(message: Carrier, path: Path, files: Files): Fault[] {
  const listed = message.attachments;
  // Without `attachments` an edit keeps what the message has.
  const kept = listed
    ? files.kept.filter(({ id }) => listed.some((each) => String(each.id) === id))
    : files.kept;
  const faults = absentFaults(listed ?? [], [...path, 'attachments'], files);
  if (files.uploads.length + kept.length > COUNT_MAX)
    faults.push(tooLong([...path, 'attachments'], COUNT_MAX));
  const uploaded = files.uploads.map(({ placeholder, name }) => {
    const details = listed?.find((each) => String(each.id) === placeholder);
    return cleanFileName(details?.filename || name);
  });
  const names = [...uploaded, ...kept.map(({ filename }) => filename)];
  return [...faults, ...referenceFaults(message.components ?? [], [...path, 'components'], names)];
}

function absentFaults(listed: readonly Attachment[], path: Path, { kept, uploads }: Files): Fault[] {
  const known = [...uploads.map(({ placeholder }) => placeholder), ...kept.map(({ id }) => id)];
  return listed.flatMap(({ id }, index) =>
    known.includes(String(id))
      ? []
      : [{ path: [...path, index], code: 'ATTACHMENT_NOT_FOUND', message: 'Attachment data not found' }],
  );
}

/** Embeds are not judged: there Discord shows nothing in place of a file that it does not find. */
function referenceFaults(components: readonly Component[], path: Path, names: readonly string[]): Fault[] {
  const media = placedIn(components, path).flatMap(mediaIn);
  return media
    .filter(({ url }) => REFERENCE.test(url) && !names.includes(cleanFileName(url.replace(REFERENCE, ''))))
    .map((each) => ({
      path: each.path,
      code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      message: `The referenced attachment ("${each.url}") was not found`,
    }));
}
