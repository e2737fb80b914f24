#!/usr/bin/env bash
# Publishes to s3rver, an S3-compatible server from npm, kills the program (SIGKILL) at 20 random moments of a publication and
# runs it again; a client reads the site all the while. Needs npm. Usage: bash tests/s3rver.sh [kills]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly work=artifacts/s3rver
mkdir -p "$work"
[ -d "$work/node_modules/s3rver" ] || npm install --prefix "$work" --no-save --silent s3rver@3.7.1
dotnet build src/ReportArchive.Cli -c Release -nologo -v quiet
# A copy, so that the next build does not change the program in the middle of a publication.
rm -rf "$work/program"
cp -r src/ReportArchive.Cli/bin/Release/net10.0 "$work/program"
# The server makes the marks of its list pages with a cipher that OpenSSL 3 keeps under lock.
node --openssl-legacy-provider tests/s3rver.mjs "$work" "${1:-20}"
