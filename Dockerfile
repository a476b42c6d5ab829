# One image for every service; which one runs is its command, `services/<name>/dist/main.js`.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
ENV TURBO_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc turbo.json tsconfig.base.json tsconfig.json ./
COPY packages packages
COPY services services
RUN npm ci && npm run build && npm prune --omit=dev && rm -rf .turbo node_modules/.cache

FROM node:20.20.2-bookworm-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages packages
COPY --from=build /app/services services
# Mails that were not sent; a volume here keeps them, and shows the console what the notifier wrote.
RUN mkdir outbox && chown node:node outbox
USER node
ENV NODE_ENV=production REDRESS_HOST=0.0.0.0 REDRESS_OPS_PORT=9464 REDRESS_OUTBOX=/app/outbox
EXPOSE 4100 4101 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.REDRESS_OPS_PORT + '/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["services/console/dist/main.js"]
