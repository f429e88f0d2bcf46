// The thread that makes packages.
import { serve, stayBehind } from '#thread/program.ts';
import { type Order, packageOf } from './package.ts';

stayBehind();
serve(({ deck, now }: Order) => packageOf(deck, now));
