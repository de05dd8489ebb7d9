#!/bin/sh
# Installs what the tests need from Debian when it is missing: a browser and a PostgreSQL server.
set -eu
missing=
command -v chromium >/dev/null || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "De tests missen:$missing. Installeer dat (Debian: sudo apt-get install$missing) en probeer opnieuw." >&2
    exit 1
fi
echo "Installeert$missing …"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
