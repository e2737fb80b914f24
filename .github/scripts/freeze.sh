#!/usr/bin/env bash
# Freezes the anchors of what is about to be published, refreshes what editor programs offer, and commits both to the branch
# that is checked out. Nothing to commit is fine. PUSH=false leaves the commit here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bash .github/scripts/report-archive.sh anchors freeze
bash .github/scripts/report-archive.sh schema
git add --all -- input/anchors input/schemas .vscode/report-archive.code-snippets
if git diff --cached --quiet; then
  echo "nothing to freeze"
  exit 0
fi
git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
  commit --quiet -m "Freeze the anchors of what is published"
if [ "${PUSH:-true}" = true ]; then
  # Somebody may have merged in the meantime: their anchors are frozen by their own run.
  git pull --quiet --rebase
  git push --quiet
fi
