#!/bin/sh
# Makes Temporal's two databases and brings their schema to the version of this image. Runs before
# the server at every start, so an upgrade of the image brings its own schema.
set -eu
SQL_PASSWORD=$(cat /run/secrets/temporal_wachtwoord)
export SQL_PASSWORD
schemas=/etc/temporal/schema/postgresql/v12

richt_in() {
  # The first two refuse when it was done before; the third fails when they really failed.
  temporal-sql-tool --db "$1" create || echo "database $1 bestaat al"
  temporal-sql-tool --db "$1" setup-schema -v 0.0 || echo "schema van $1 bestaat al"
  temporal-sql-tool --db "$1" update-schema -d "$schemas/$2/versioned"
}

richt_in temporal temporal
richt_in temporal_visibility visibility
