#!/bin/sh
# Makes the secrets that docker-compose.yml reads, each in a file of its own under ./geheimen.
# What is there already stays. Certificates come from your own authority: see docs/runbook.md.
# The containers run as user 1000, who must be able to read them: run this as that user.
set -eu
map=${1:-geheimen}
umask 077
mkdir -p "$map/duo-client" "$map/notificaties-crl" "$map/uitgaand" "$map/brp"

maak() { [ -e "$map/$1" ] || printf '%s' "$2" >"$map/$1"; }
hex() { openssl rand -hex 24; }
lees() { cat "$map/$1"; }

maak postgres_wachtwoord "$(hex)"
maak sleutels_wachtwoord "$(hex)"
maak temporal_wachtwoord "$(hex)"
maak app_wachtwoord "$(hex)"
maak systeem_wachtwoord "$(hex)"
maak hoofdsleutel "$(openssl rand -base64 32)"
maak zoeksleutel "$(openssl rand -base64 32)"

maak database_eigenaar_url "postgresql://postgres:$(lees postgres_wachtwoord)@postgres:5432/inburgeringsregie"
maak database_url "postgresql://regie_app:$(lees app_wachtwoord)@postgres:5432/inburgeringsregie"
maak database_systeem_url "postgresql://regie_systeem:$(lees systeem_wachtwoord)@postgres:5432/inburgeringsregie"
maak sleutel_database_url "postgresql://postgres:$(lees sleutels_wachtwoord)@sleutelopslag:5432/sleutels"
maak temporal.env "POSTGRES_PWD=$(lees temporal_wachtwoord)"
