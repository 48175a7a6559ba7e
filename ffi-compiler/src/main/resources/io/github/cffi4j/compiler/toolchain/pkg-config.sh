#!/bin/sh
# This machine's pkg-config, which finds no package of this machine: only those in PKG_CONFIG_LIBDIR.
unset PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
PKG_CONFIG_LIBDIR=${PKG_CONFIG_LIBDIR:-@FOLDER@/empty}
export PKG_CONFIG_LIBDIR
for program in pkg-config pkgconf; do
    found=$(command -v $program) || continue
    [ "$found" = @FOLDER@/bin/pkg-config ] || exec "$found" "$@"
done
echo "there is no pkg-config on the PATH" >&2
exit 1
