#!/usr/bin/env bash
# Runs the program at the top of the checkout. Usage: report-archive.sh COMMAND …
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec dotnet run --project src/ReportArchive.Cli -c Release -- "$@"
