#!/usr/bin/env bash
# Follows every link that leads out of the archive, and keeps one issue with those that are dead: opened, brought up to date,
# or closed when all of them work again. Needs gh and GH_TOKEN; DRY_RUN=true prints the report and does no more.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
readonly title='失效的来源链接'
report=$(mktemp)
trap 'rm -f "$report"' EXIT

dead=0
bash .github/scripts/report-archive.sh links --check --markdown > "$report" || dead=$?
if [ "$dead" -gt 1 ]; then
  exit "$dead"
fi
cat "$report" >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}"
if [ "${DRY_RUN:-false}" = true ]; then
  exit 0
fi
issue=$(gh issue list --state open --search "in:title \"$title\"" --json number,title --jq "map(select(.title == \"$title\")) | .[0].number // empty")
if [ "$dead" -eq 0 ]; then
  if [ -n "$issue" ]; then
    gh issue close "$issue" --comment "全部链接都可以打开了。"
  fi
elif [ -n "$issue" ]; then
  gh issue edit "$issue" --body-file "$report"
else
  gh issue create --title "$title" --body-file "$report"
fi
