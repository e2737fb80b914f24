#!/usr/bin/env bash
# Puts nginx and Caddy where the tests find them: those that are installed, or on Debian and Ubuntu the files of the packages,
# unpacked and not installed, so that nothing on this machine starts to listen. Prints "NAME PATH" for each one found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
readonly folder=$PWD/artifacts/servers

unpack() {
  command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null || return 1
  mkdir -p "$folder/packages"
  (cd "$folder/packages" && apt-get download -qq "$@") > /dev/null 2>&1 || return 1
  local package name
  for name in "$@"; do
    for package in "$folder/packages/${name}"_*.deb; do dpkg-deb -x "$package" "$folder"; done
  done
}

find_server() {
  local name=$1 unpacked=$2
  shift 2
  if command -v "$name" > /dev/null; then
    echo "$name $(command -v "$name")"
  elif [ -x "$folder/$unpacked" ] || { unpack "$@" && [ -x "$folder/$unpacked" ]; }; then
    echo "$name $folder/$unpacked"
  fi
}

find_server nginx usr/sbin/nginx nginx nginx-common
find_server caddy usr/bin/caddy caddy
