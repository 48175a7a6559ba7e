#!/bin/sh
# zig's @TOOL@, for @CLASSIFIER@.
. @FOLDER@/zig.sh
exec @ZIG@ @TOOL@ "$@"
