import { describe, expect, it } from 'vitest';
import { validateBody } from '#local-discord/validate/index.ts';

describe('a request body', () => {
  it('is accepted when Discord would take it', () => {
    expect(validateBody('create-message', { content: 'Which tool does the agent need?' })).toEqual([]);
  });

  it('is refused with the place of the fault and the words of Discord', () => {
    const label = 'x'.repeat(81);
    const button = { type: 2, style: 1, custom_id: 'answer:1', label };
    const body = { content: 'Which?', components: [{ type: 1, components: [button] }] };
    expect(validateBody('create-message', body)).toEqual([
      {
        path: ['components', 0, 'components', 0, 'label'],
        code: 'BASE_TYPE_MAX_LENGTH',
        message: 'Must be 80 or fewer in length.',
      },
    ]);
  });
});
