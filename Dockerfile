# Builds with the steps of .ci/run, and takes from the result only what api and worker need: the
# chain simulator, the local identity provider and the demo stay behind.
FROM node:24.21.0-bookworm-slim AS bouw
WORKDIR /bouw
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run check
RUN npm run build

FROM node:24.21.0-bookworm-slim AS pakketten
WORKDIR /pakketten
COPY package.json package-lock.json .npmrc ./
# The optional packages are the PostgreSQL binaries of a development machine.
RUN npm ci --omit=dev --omit=optional

FROM node:24.21.0-bookworm-slim AS product
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps
WORKDIR /app
COPY --from=pakketten /pakketten/node_modules ./node_modules
COPY --from=bouw /bouw/package.json /bouw/LICENSE ./
COPY --from=bouw /bouw/dist/libs ./dist/libs
COPY --from=bouw /bouw/dist/activities ./dist/activities
COPY --from=bouw /bouw/dist/workflows ./dist/workflows
COPY --from=bouw /bouw/dist/workflow-bundle.js ./dist/workflow-bundle.js
COPY --from=bouw /bouw/dist/apps/api ./dist/apps/api
COPY --from=bouw /bouw/dist/apps/worker ./dist/apps/worker
COPY --from=bouw /bouw/dist/tools/inrichten ./dist/tools/inrichten
COPY --from=bouw /bouw/dist/tools/herstel ./dist/tools/herstel
# A new volume takes over the owner of this folder.
RUN mkdir -p /var/lib/inburgeringsregie && chown node:node /var/lib/inburgeringsregie
USER node
CMD ["node", "dist/apps/api/src/main.js"]
