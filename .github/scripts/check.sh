#!/usr/bin/env bash
# Checks the content, and the built site if there is one; problems appear at their lines and in the job's summary.
# What the published site holds must not vanish: its address is that of input/site.yml, or PUBLISHED.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
arguments=(check --format github)
site=${PUBLISHED:-$(sed -n 's/^baseUrl:[[:space:]]*//p' "$here/../../input/site.yml" 2> /dev/null | tr -d "\"'" || true)}
manifest="${site:+${site%/}/manifest.json}"
if [ -n "$manifest" ] && curl --silent --fail --location --max-time 60 --output /dev/null "$manifest"; then
  arguments+=(--published "$manifest")
fi
exec bash "$here/report-archive.sh" "${arguments[@]}"
