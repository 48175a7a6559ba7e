#!/bin/sh
# zig has no nm. LLVM's reads every platform's files, GNU's those of this machine; libtool does without.
for program in llvm-nm nm; do
    found=$(command -v $program) || continue
    [ "$found" = @FOLDER@/bin/nm ] || exec "$found" "$@"
done
echo "there is no llvm-nm or nm on the PATH" >&2
exit 1
