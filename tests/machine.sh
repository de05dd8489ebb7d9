#!/bin/sh
# Installs what the tests need from Debian when it is missing: a browser, a PostgreSQL, a Redis,
# nginx to compare with, a clock that can be set back, and what sets the text of a PDF.
set -eu
missing=
# Chromium without windows: the same pages at a third of the work. What Debian calls chromium will do as well.
command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || missing="$missing chromium-headless-shell"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v redis-server >/dev/null || command -v valkey-server >/dev/null || missing="$missing redis-server"
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
ls /usr/lib/*/faketime/libfaketimeMT.so.1 >/dev/null 2>&1 || missing="$missing faketime"
for library in libpango-1.0-0:libpango-1.0.so.0 libpangoft2-1.0-0:libpangoft2-1.0.so.0 \
    libharfbuzz-subset0:libharfbuzz-subset.so.0; do
    ls /usr/lib/*/"${library#*:}" >/dev/null 2>&1 || missing="$missing ${library%%:*}"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "De tests missen:$missing. Installeer dat (Debian: sudo apt-get install$missing) en probeer opnieuw." >&2
    exit 1
fi
echo "Installeert$missing …"
apt-get update -qq
# What comes with a package is not started: tests start their own, on loopback.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    trap 'rm -f $policy' EXIT
    printf '#!/bin/sh\nexit 101\n' >$policy
    chmod +x $policy
fi
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
