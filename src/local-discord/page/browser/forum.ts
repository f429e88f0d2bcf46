// A forum: its posts, each a thread of its own, and opening one. Nothing is written into the forum itself.
import { asObject, asText } from '../../json.ts';
import { api } from './api.ts';
import { h, icon } from './dom.ts';
import { openForm } from './form.ts';
import type { Session } from './session.ts';
import type { Modal, PlaceInView } from './types.ts';

const FORUM_TYPES = [15, 16];

export function isForum(place: PlaceInView): boolean {
  return FORUM_TYPES.includes(place.type);
}

export function showForum(session: Session, forum: PlaceInView): HTMLElement {
  const posts = session
    .view()
    .channels.filter((each) => each.parent_id === forum.id)
    .reverse();
  const open = h('button', {
    type: 'button',
    class: 'button primary',
    'data-key': 'new-post',
    disabled: !forum.may.post,
    text: 'New post',
    onClick: () => startPost(session, forum),
  });
  return h(
    'div',
    { class: 'posts' },
    open,
    posts.length === 0 ? h('p', { class: 'hint', text: 'Nobody has opened a post yet.' }) : null,
    ...posts.map((post) => showPost(session, post)),
  );
}

function showPost(session: Session, post: PlaceInView): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'thread-card',
      'data-key': `thread:${post.id}`,
      onClick: () => void session.openChannel(post.id),
    },
    icon('thread'),
    h('span', {}, h('strong', { text: post.name ?? '' })),
  );
}

const field = (custom_id: string, label: string, look: object) => ({
  type: 18,
  label,
  component: { type: 4, custom_id, ...look },
});

function startPost(session: Session, forum: PlaceInView): void {
  const modal: Modal = {
    interactionId: '',
    title: `New post in #${forum.name ?? ''}`,
    customId: '',
    components: [
      field('name', 'Title', { style: 1, max_length: 100 }),
      field('content', 'Message', { style: 2, max_length: 2_000 }),
    ],
  };
  openForm(session, modal, async (values) => {
    const request = { as: session.view().me, channel: forum.id, action: 'post', ...values };
    const { thread } = await api.act(request);
    await session.openChannel(asText(asObject(thread).id));
    return null;
  });
}
