# The surroundings in which zig runs: its own folders, and nothing that leads it to headers or libraries of this machine.
ZIG_LIB_DIR=@LIB@
ZIG_GLOBAL_CACHE_DIR=@CACHE@
ZIG_LOCAL_CACHE_DIR=${CFFI4J_ZIG_CACHE:-@CACHE@}
# Files for Windows carry the time of their linking unless this is set.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-0}
export ZIG_LIB_DIR ZIG_GLOBAL_CACHE_DIR ZIG_LOCAL_CACHE_DIR SOURCE_DATE_EPOCH
unset CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH OBJC_INCLUDE_PATH LIBRARY_PATH COMPILER_PATH LD_RUN_PATH LINK _LINK_ INCLUDE LIB ZIG_LIBC CCC_OVERRIDE_OPTIONS \
    SDKROOT MACOSX_DEPLOYMENT_TARGET ZIG_VERBOSE_CC ZIG_VERBOSE_LINK
# zig waits for ever where it cannot create this folder itself.
[ -d "$ZIG_GLOBAL_CACHE_DIR" ] || mkdir -p "$ZIG_GLOBAL_CACHE_DIR"
[ -d "$ZIG_LOCAL_CACHE_DIR" ] || mkdir -p "$ZIG_LOCAL_CACHE_DIR"
