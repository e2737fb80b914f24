#!/usr/bin/env bash
# Makes the program ready to run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
dotnet build src/ReportArchive.Cli -c Release -nologo -v quiet
