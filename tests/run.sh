#!/usr/bin/env bash
# Installs what the tests need, builds, and runs every check there is. The last line sums them up: "N passed, N failed".
# Needs the .NET SDK of global.json. On Debian and Ubuntu the browser, a Chinese font and Node.js come through apt-get;
# elsewhere the browser tests fetch a Chromium of their own, and tests written for Node.js are left out where it is missing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

readonly results=artifacts/test-results
readonly configuration=Release
passed=0
failed=0
failures=()

# What failed is named once more at the end: a build server may show no more than the last lines.
summary() {
  [ "${#failures[@]}" -eq 0 ] || printf 'failed: %s\n' "${failures[@]}"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit $?
}

heading() { printf '\n== %s\n' "$1"; }

fail() {
  failed=$((failed + 1))
  failures+=("$1")
  echo "FAILED: $1"
}

# A check that passes or fails as a whole.
check() {
  local name=$1
  shift
  heading "$name"
  if "$@"; then
    passed=$((passed + 1))
  else
    fail "$name"
    return 1
  fi
}

has() { command -v "$1" > /dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif has sudo && sudo -n true 2> /dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

apt_updated=false
install() {
  has apt-get || return 1
  echo "installing: $*"
  if [ "$apt_updated" = false ]; then
    as_root apt-get update -qq > /dev/null || return 1
    apt_updated=true
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

find_browser() {
  local name
  for name in "${CHROMIUM:-}" google-chrome google-chrome-stable chromium chromium-browser; do
    # On some systems the name is there and stands for a package that is not.
    if [ -n "$name" ] && has "$name" && "$name" --version > /dev/null 2>&1; then
      CHROMIUM=$(command -v "$name")
      export CHROMIUM
      return 0
    fi
  done
  return 1
}

prepare_browser() {
  heading "Browser"
  find_browser || { install chromium && find_browser; } || unset CHROMIUM
  if [ -n "${CHROMIUM:-}" ]; then
    echo "$CHROMIUM"
  else
    echo "no Chromium found: the browser tests fetch one"
  fi
  if has fc-list && [ -n "$(fc-list :lang=zh family)" ]; then return; fi
  install fonts-noto-cjk || echo "no font for Chinese found: the pages are tested with what there is"
}

# The figures of an xunit result file, added to the sum; nothing to read is a failure.
count_xunit() {
  local file=$1 line
  line=$(grep -o '<assembly [^>]*>' "$file" 2> /dev/null) || { fail "no results in $file"; return; }
  passed=$((passed + $(figure passed "$line")))
  failed=$((failed + $(figure failed "$line") + $(figure errors "$line") + $(figure skipped "$line")))
  mapfile -t -O "${#failures[@]}" failures < <(grep -o '<test [^>]*result="Fail"' "$file" | sed 's/.* name="\([^"]*\)".*/\1/')
}

figure() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<< "$2"; }

run_dotnet_tests() {
  local project=$1 before=$failed code
  heading "$project"
  rm -f "$results/$project.xml"
  # A skipped test is a test that was not run: it fails.
  dotnet "tests/$project/bin/$configuration/net10.0/$project.dll" -noLogo -noColor -failSkips -xml "$results/$project.xml"
  code=$?
  count_xunit "$results/$project.xml"
  if [ "$code" -ne 0 ] && [ "$failed" -eq "$before" ]; then fail "$project ended with $code"; fi
}

node_version() { node --version 2> /dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

# What the tests of a folder need beside Node.js itself, at the versions its lock file names.
prepare_node_packages() {
  local lock
  while IFS= read -r lock; do
    has npm || install npm
    npm ci --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$(dirname "$lock")" > /dev/null
  done < <(find tests theme \( -name node_modules -o -name bin -o -name obj \) -prune -o -name package-lock.json -print | sort)
}

run_node_tests() {
  local files=() log=$results/node.tap code
  mapfile -t files < <(find tests theme \( -name node_modules -o -name bin -o -name obj \) -prune -o \( -name '*.test.mjs' -o -name '*.test.js' \) -print | sort)
  [ "${#files[@]}" -eq 0 ] && return
  heading "Node.js tests"
  has node || install nodejs
  if [ "$(node_version)" = "" ] || [ "$(node_version)" -lt 18 ]; then
    echo "Node.js 18 or later is missing: ${#files[@]} test files were not run"
    return
  fi
  prepare_node_packages
  node --test --test-reporter=tap "${files[@]}" > "$log"
  code=$?
  cat "$log"
  passed=$((passed + $(sed -n 's/^# pass \([0-9]*\)$/\1/p' "$log" | tail -1)))
  failed=$((failed + $(sed -n 's/^# fail \([0-9]*\)$/\1/p' "$log" | tail -1)))
  mapfile -t -O "${#failures[@]}" failures < <(sed -n 's/^ *not ok [0-9]* - //p' "$log")
  if [ "$code" -ne 0 ] && ! grep -q '^# fail [1-9]' "$log"; then fail "node --test ended with $code"; fi
}

mkdir -p "$results"
prepare_browser
check "Build without warnings" dotnet build ReportArchive.sln -c "$configuration" -nologo -warnaserror || summary
check "Format" dotnet format ReportArchive.sln --verify-no-changes --no-restore
run_dotnet_tests ReportArchive.Tests
run_dotnet_tests ReportArchive.BrowserTests
run_node_tests
heading "Sum"
summary
