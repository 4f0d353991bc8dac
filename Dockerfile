# Kollega in an image: `docker build -t kollega .`, or `az acr build -r REGISTRY -t kollega:VERSION .` without Docker.
# test/image performs these steps by hand and holds what comes out to what is promised here.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node, so the optional packages, which hold one, stay out. No package needs its install script.
# What only helps to write and to debug the packages is a third of their size.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE NOTICE ./
COPY src src
COPY cards cards
COPY content content
COPY manifest manifest
# The only place that Kollega writes to, and only while COSMOS_ENDPOINT is not set: the rest may be mounted read-only.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without a shell and without npm, so that SIGTERM reaches Kollega itself.
ENTRYPOINT []
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=40", "src/main.ts"]
