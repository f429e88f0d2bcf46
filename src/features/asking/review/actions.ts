// A review, card by card. Nothing of it is kept but the cards: what comes next follows from them alone, so that it goes
// on after a restart, on another device, or in a new message.
import type { Library } from '#content/library.ts';
import { OWN_EDITION, ownPackNumber } from '#content/own-pack.ts';
import type { Flashcard, Pack, Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { readMember } from '#features/people/member/store.ts';
import { type Learner, studiedBy } from '#features/record/post/course.ts';
import { drawOptionOrder } from '#features/record/post/rules.ts';
import { dayOf, isOtherKey, keyMark, leftToday } from '#features/standing/review/rules.ts';
import {
  addWronglyAnswered,
  type Card,
  countCards,
  deleteCards,
  dueExams,
  type Overview,
  readDue,
} from '#features/standing/review/store.ts';
import type { Clock } from '#lib/clock.ts';
import { addDays, localDateAt, startOfLocalDay } from '#lib/local-date.ts';
import type { Random } from '#lib/random.ts';
import { type WeakDomain, weakestDomain } from './rules.ts';
import { readSeen } from './store.ts';

export type ReviewDeps = { db: Db; content: Library; clock: Clock; random: Random };
export type Reader = Learner;

type Shown = { pack: Pack; edition: string; turn: number; left: number };
type QuestionStep = Shown & {
  kind: 'question';
  question: Question;
  optionOrder: readonly string[];
  /** Its key is another one than when it was met last: it begins anew. */
  isRekeyed: boolean;
};
type FlashcardStep = Shown & { kind: 'flashcard'; flashcard: Flashcard };
type DoneStep = {
  kind: 'done';
  /** Cards on the list; none for a member who has none yet. */
  cards: number;
  /** Something is due, and waits for another day: enough for today. */
  isEnough: boolean;
  /** When something comes again; null when nothing does. */
  nextAt: Date | null;
  weakest: WeakDomain | null;
};
/** `retired` counts cards that left because the bank no longer has them. */
export type Step = (QuestionStep | FlashcardStep | DoneStep) & { retired: number };

/** How many cards are to be reviewed today, as far as is known without looking at the bank. */
export async function countLeft(deps: Omit<ReviewDeps, 'random'>, reader: Reader): Promise<number> {
  const { reviews, fresh } = leftToday(await countCards(deps.db, await placeOf(deps, reader)));
  return reviews + fresh;
}

/** Of these the ones that have left the bank go, before one of the others is shown. */
const LOOK_AT = 5;

/** The card that comes now, of the exam that is learned first; or when the next one does, and what to do meanwhile. */
export async function nextCard(deps: ReviewDeps, reader: Reader): Promise<Step> {
  const place = await placeOf(deps, reader);
  const first = await cardIn(deps, place);
  if (first.found) return { ...first.found, retired: first.retired };
  let { retired } = first;
  for (const own of await ownPlaces(deps, place)) {
    const next = await cardIn(deps, own);
    retired += next.retired;
    if (next.found) return { ...next.found, retired };
  }
  return { ...(await doneOf(deps, place, first.overview)), retired };
}

/** Packs of servers' own of which something is due: whose questions somebody answered there. */
async function ownPlaces({ db, content }: ReviewDeps, place: Place): Promise<Place[]> {
  const exams = (await dueExams(db, place)).filter((exam) => ownPackNumber(exam) !== null);
  const packs = await Promise.all(exams.map((exam) => content.packOf(exam)));
  return packs.flatMap((pack) =>
    pack ? [{ ...place, exam: pack.exam.id, edition: OWN_EDITION, pack }] : [],
  );
}

type Looked = { found: QuestionStep | FlashcardStep | null; retired: number; overview: Overview };

/** Null where nothing is due, or enough was done today. */
async function cardIn(deps: ReviewDeps, place: Place): Promise<Looked> {
  let overview = await countCards(deps.db, place);
  // Whoever answered before there were cards begins with what they got wrong.
  if (overview.cards === 0 && (await addWronglyAnswered(deps.db, place)) > 0) {
    overview = await countCards(deps.db, place);
  }
  const left = leftToday(overview);
  const due = [
    ...(left.reviews > 0 ? await readDue(deps.db, { ...place, fresh: false, limit: LOOK_AT }) : []),
    ...(left.fresh > 0 ? await readDue(deps.db, { ...place, fresh: true, limit: LOOK_AT }) : []),
  ];
  const cards = due.map((card) => ({ card, found: findCard(deps, place, card) }));
  const gone = cards.flatMap(({ card, found }) => (found ? [] : [card]));
  if (gone.length > 0) {
    await deleteCards(deps.db, { ...place, cards: gone });
    const again = await cardIn(deps, place);
    return { ...again, retired: again.retired + gone.length };
  }
  const [found] = cards.flatMap((each) => each.found ?? []);
  return { found: found ? { ...found, left: left.reviews + left.fresh } : null, retired: 0, overview };
}

type Place = {
  memberId: string;
  exam: string;
  edition: string;
  pack: Pack;
  now: Date;
  today: string;
  tomorrowAt: Date;
};

async function placeOf(deps: Omit<ReviewDeps, 'random'>, reader: Reader): Promise<Place> {
  const { memberId } = reader;
  const [studied, member] = await Promise.all([studiedBy(deps, reader), readMember(deps.db, memberId)]);
  const pack = await deps.content.packOf(studied.exam);
  if (!pack) throw new Error(`exam pack ${studied.exam} is not loaded`);
  const now = deps.clock.now();
  const { zone, dayStart } = dayOf(member, studied.zone);
  const today = localDateAt(now, zone, dayStart);
  const tomorrowAt = startOfLocalDay(addDays(today, 1), zone, dayStart);
  const { exam, edition } = studied;
  return { memberId, exam, edition, pack, now, today, tomorrowAt };
}

type Found = Omit<QuestionStep, 'left'> | Omit<FlashcardStep, 'left'>;

/** The card as the bank has it today; null for one that it no longer has. */
function findCard(
  { random }: Pick<ReviewDeps, 'random'>,
  { pack, edition }: Place,
  { kind, cardId, mark, days, turn }: Card,
): Found | null {
  const shared = { pack, edition, turn };
  if (kind === 'flashcard') {
    const flashcard = pack.flashcards.get(cardId);
    return flashcard ? { kind, flashcard, ...shared } : null;
  }
  const question = pack.questions.get(cardId);
  if (!question) return null;
  const isRekeyed = isOtherKey(mark, keyMark(question)) && days.length > 0;
  return { kind, question, optionOrder: drawOptionOrder(question, random), isRekeyed, ...shared };
}

async function doneOf({ db }: ReviewDeps, place: Place, overview: Overview): Promise<DoneStep> {
  const isEnough = overview.dueFresh + overview.dueReviews > 0;
  const weakest = weakestDomain(place.pack, place.edition, await readSeen(db, place));
  const nextAt = isEnough ? place.tomorrowAt : overview.nextAt;
  return { kind: 'done', cards: overview.cards, isEnough, nextAt, weakest };
}
