#!/usr/bin/env bash
# Puts the parts in parts/*.tar together, checks every link of the site, and leaves it in output/ and in site.tar.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
for part in parts/*.tar; do
  tar -xf "$part" -C parts
done
bash .github/scripts/report-archive.sh merge parts --output output
bash .github/scripts/report-archive.sh check --output output --quiet
tar -cf site.tar -C output .
