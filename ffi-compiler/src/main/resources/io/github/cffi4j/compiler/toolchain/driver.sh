#!/bin/sh
# zig as the @LANGUAGE@ compiler for @CLASSIFIER@.
driver=@DRIVER@
. @FOLDER@/compiler.sh
