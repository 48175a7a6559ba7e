# zig as the toolchain for @CLASSIFIER@, in the variables that configure scripts and makefiles read:
#   . <this file>
#   ./configure --host="$HOST" --disable-shared
CC=@FOLDER@/bin/cc
CXX=@FOLDER@/bin/c++
CPP="$CC -E"
AR=@FOLDER@/bin/ar
RANLIB=@FOLDER@/bin/ranlib
STRIP=@FOLDER@/bin/strip
OBJCOPY=@FOLDER@/bin/objcopy
DLLTOOL=@FOLDER@/bin/dlltool
WINDRES=@FOLDER@/bin/windres
RC=$WINDRES
NM=@FOLDER@/bin/nm
LD=$CC
PKG_CONFIG=@FOLDER@/bin/pkg-config
HOST=@TRIPLE@
CONFIG_SITE=@FOLDER@/config.site
PKG_CONFIG_LIBDIR=${PKG_CONFIG_LIBDIR:-@FOLDER@/empty}
export CC CXX CPP AR RANLIB STRIP OBJCOPY DLLTOOL WINDRES RC NM LD PKG_CONFIG HOST CONFIG_SITE PKG_CONFIG_LIBDIR
unset CFLAGS CXXFLAGS CPPFLAGS LDFLAGS LIBS PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
