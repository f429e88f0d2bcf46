// The thread that draws: takes drawings, gives back PNG bytes.
import { serve } from '#thread/program.ts';
import { createDrawer } from './drawer.ts';

serve(createDrawer());
