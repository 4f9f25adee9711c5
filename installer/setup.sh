# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by installer/run, installer/test and installer/package: what is missing gets installed, nothing else.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Recoupe: some packages are missing; run this as root, or install sudo." >&2
        return 1
    fi
}

# missing_packages run|test|package - the packages of packages.debian that are not installed: those
# without a second column, and those that name this.
missing_packages() {
    local name kind
    while read -r name kind; do
        case "$name" in '' | '#'*) continue ;; esac
        [ -n "$kind" ] && [ "$kind" != "$1" ] && continue
        dpkg-query -W -f '${Status}\n' "$name" 2>/dev/null | grep -q 'ok installed' || echo "$name"
    done <"$top/installer/packages.debian"
}

# install_missing run|test|package
install_missing() {
    local missing
    mapfile -t missing < <(missing_packages "$1")
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing: ${missing[*]}"
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}"
}
