#!/usr/bin/env bash
# Builds the site to look at before it is published, with a page changes.html at its top: what is new, what changed, how. Where the
# pull request brings its dumps, or the logs of their import, in a folder dumps/, the page shows what cleaning did to each.
# The links of the site are relative: unpack the artifact anywhere and serve it, e.g. with 'python3 -m http.server'.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
bash "$here/report-archive.sh" build --output "${1:-output}"
arguments=(changes --html "${1:-output}/changes.html")
if [ -d "$here/../../dumps" ]; then
  arguments+=(--dumps "$here/../../dumps")
fi
bash "$here/report-archive.sh" "${arguments[@]}"
