#!/usr/bin/env bash
# One call of one of many machines. SHARD: which, e.g. 3/16. The first time it leaves the facts of its reports in facts/; when the facts of
# all have been gathered there, it leaves its part of the site in part-3.tar. BASE_URL and REPOSITORY as for build.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
part="part-${SHARD%/*}"
bash .github/scripts/report-archive.sh build --shard "$SHARD" --facts facts --output "$part" ${BASE_URL:+--base-url "$BASE_URL"} ${REPOSITORY:+--repository "$REPOSITORY"}
# One file: artifacts of very many files are slow, and leave out those whose names begin with a point.
if [ -f "$part/part.json" ]; then
  tar -cf "$part.tar" "$part"
fi
