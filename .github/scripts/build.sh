#!/usr/bin/env bash
# Builds the site for its address and checks every link of it. BASE_URL: where it will be published. REPOSITORY: where readers
# report errors; site.yml names another.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
bash "$here/report-archive.sh" build --output output ${BASE_URL:+--base-url "$BASE_URL"} ${REPOSITORY:+--repository "$REPOSITORY"}
bash "$here/report-archive.sh" check --output output --quiet
