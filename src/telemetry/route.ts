// Discord's routes as templates: without the ids, tokens and searches that stand in them. Pure.

/** After these comes something that only Discord or its owner should know, whatever it looks like. */
const SECRET_AFTER = /^\/(webhooks|interactions)\/[^/]+\/([^/]+)/;
/** What Discord calls its own things; all else is somebody's. */
const NAME = /^(@?[a-z][a-z-]*|v\d+)$/;

export function routeTemplate(route: string): string {
  const [path = ''] = route.split('?');
  const open = path.replace(SECRET_AFTER, (_, kind) => `/${kind}/:id/:token`);
  return open
    .split('/')
    .map((part) => (part === '' || part.startsWith(':') || NAME.test(part) ? part : ':id'))
    .join('/');
}
