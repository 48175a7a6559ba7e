# zig as a C or C++ compiler, for @CLASSIFIER@; read by cc and c++ beside it. Written by ffi-maven-plugin, like all in this folder.
# It says to zig what build systems say to gcc and clang, leaves out what zig's linkers do not know, and keeps this machine's
# headers and libraries out. Small links that only ask a question (configure, CMake and Meson make hundreds) are made without
# zig's run time: a tenth of a second each, with true errors for what is missing.
zig=@ZIG@
target=@TARGET@
os=@OS@
link_policy=${CFFI4J_LINK:-@LINK@}
windows_runtime=@RUNTIME@
header_flags=@HEADERS@

. @FOLDER@/zig.sh
set -f

compile= objects= sources= last_source= any_input= out= output_kind=program mode=link level= next= skip_run_time= asked=

# Appends an argument to a list, quoted for eval.
quote() {
    case $1 in
        *\'*) quoted=\'$(printf '%s\n' "$1" | sed "s/'/'\\\\''/g")\' ;;
        *) quoted=\'$1\' ;;
    esac
}
compiling() { quote "$1"; compile="$compile $quoted"; }
linking() { quote "$1"; objects="$objects $quoted"; }
source_file() { quote "$1"; sources="$sources $quoted"; last_source=$1; any_input=yes; }

# What a program of this machine names by mistake: the compiler of another platform must not find it.
foreign() { # the argument
    echo "cc: error: '$1' is of this machine, and this compiles for @CLASSIFIER@" >&2
    echo "cc: note: switch off by an option what looks there; or build that library before, as a <nativeBuild> of its own" >&2
    exit 1
}
# True if a folder behind -I or -L is searched. What the build will install below /usr/local is not there yet.
searched() { # the option, the folder
    case $2 in
        /usr/include | /usr/include/ | /usr/lib | /usr/lib/ | /usr/lib64 | /lib | /lib64 | /usr/local/include* | /usr/local/lib*) return 1 ;;
        /usr/lib/jvm/*) ;;
        /usr/include/* | /usr/lib/* | /usr/lib64/* | /lib/* | /lib64/* | /usr/lib32/* | /usr/libx32/* | /opt/homebrew/include* \
            | /opt/homebrew/lib* | /opt/homebrew/opt/* | /opt/homebrew/Cellar/* | /opt/local/include* | /opt/local/lib*) foreign "$1$2" ;;
    esac
}

# What zig's linker knows of -Wl,<option>,<option>...
linker_options() {
    rest=${1#-Wl,} keep= skip=
    while [ -n "$rest" ]; do
        part=${rest%%,*}
        case $rest in *,*) rest=${rest#*,} ;; *) rest= ;; esac
        if [ -n "$skip" ]; then
            [ "$skip" = name ] && keep="$keep,-install_name,@rpath/${part##*/}"
            skip=
            continue
        fi
        case $part in
            -Bsymbolic-functions | -Bsymbolic | --icf=* | --fatal-warnings | --no-fatal-warnings | --warn-* | --no-warn-* | -Map=* | --Map=* \
                | --no-undefined-version | --exclude-libs=* | --dynamic-list=* | --dynamic-list-data | --no-copy-dt-needed-entries \
                | --copy-dt-needed-entries | --add-needed | --no-add-needed | --no-map-whole-files | --cref | --stats) ;;
            -single_module | -bind_at_load | -export_dynamic | -no_compact_unwind | -twolevel_namespace | -ld_classic | -no_warn_duplicate_libraries \
                | -no_fixup_chains) ;;
            --kill-at | --enable-auto-import | --disable-auto-import | --exclude-all-symbols | --insert-timestamp | --no-insert-timestamp \
                | --large-address-aware | --enable-stdcall-fixup | --add-stdcall-alias | --disable-dynamicbase | --enable-runtime-pseudo-reloc \
                | --enable-auto-image-base | --nxcompat | --dynamicbase | --high-entropy-va | --output-def=* | --file-alignment=*) ;;
            -Map | --Map | -m | --exclude-libs | --dynamic-list | --output-def | --major-image-version | --minor-image-version | --file-alignment) skip=yes ;;
            -install_name | -dylib_install_name) skip=name ;;
            -h) keep="$keep,-soname" ;;
            -z)
                case ${rest%%,*} in
                    separate-code | noseparate-code | nodlopen | pack-relative-relocs | nodump | interpose) skip=yes ;;
                    *) keep="$keep,-z" ;;
                esac
                ;;
            # Scripts list what some platforms lack, and GNU's linker does not mind.
            --version-script*) keep="$keep,--undefined-version,$part" ;;
            *) keep="$keep,$part" ;;
        esac
    done
    [ -z "$keep" ] || linking "-Wl$keep"
}

library() { # the name behind -l
    if [ $os = windows ]; then
        case $1 in *[A-Z]*) set -- "$(printf %s "$1" | tr '[:upper:]' '[:lower:]')" ;; esac
        case $1 in
            # Part of the run time that zig links in any case, or of one that would collide with it.
            gcc | gcc_s | gcc_eh | msvcrt | ucrt | mingw32 | mingwex | mingwthrd | moldname | c | m) return ;;
            pthread | uuid) quote "-l$1"; skip_run_time="$skip_run_time $quoted"; return ;;
        esac
    elif [ $os = osx ]; then
        # All of it is in libSystem, which is linked in any case.
        case $1 in c | m | pthread | dl | System | rt | gcc_s) return ;; esac
    else
        case $1 in gcc | gcc_s) return ;; esac
    fi
    linking "-l$1"
}

for argument do
    case $next in
        '') ;;
        out) out=$argument next=; continue ;;
        system) ! searched -I "$argument" || compiling "-I$argument"; next=; continue ;;
        after) ! searched -idirafter "$argument" || { compiling -idirafter; compiling "$argument"; }; next=; continue ;;
        folder) ! searched -L "$argument" || linking "-L$argument"; next=; continue ;;
        compiling) compiling "$argument"; next=; continue ;;
        linking) linking "$argument"; next=; continue ;;
        library) library "$argument"; next=; continue ;;
        linker) linker_options "-Wl,$argument"; next=; continue ;;
        name) linking "-Wl,-install_name,@rpath/${argument##*/}"; next=; continue ;;
        skip) next=; continue ;;
    esac
    case $argument in
        -c | -S | -E | -M | -MM | -fsyntax-only) mode=compile; compiling "$argument" ;;
        -o) next=out ;;
        -o?*) out=${argument#-o} ;;
        # zig searches its own headers before those behind -isystem; gcc and clang search them after.
        -isystem | -I) next=system ;;
        -idirafter) next=after ;;
        -isystem?* | -I?*) folder=${argument#-isystem}; folder=${folder#-I}; ! searched -I "$folder" || compiling "-I$folder" ;;
        -MF | -MT | -MQ | -include | -imacros | -iquote | -D | -U | -x | -Xclang | -Xpreprocessor | -Xassembler | -std)
            compiling "$argument"; next=compiling ;;
        -L) next=folder ;;
        -L?*) ! searched -L "${argument#-L}" || linking "$argument" ;;
        -F | -u | -e | -T | -z | -framework | -current_version | -compatibility_version | -undefined | -force_load | -weak_framework \
            | -exported_symbols_list | -sectcreate)
            linking "$argument"; next=linking ;;
        -install_name) next=name ;;
        -Xlinker) next=linker ;;
        -l) next=library ;;
        -l?*) library "${argument#-l}" ;;
        # CMake asks a linker this together with real links.
        -Wl,--version | -Wl,-v) asked="$asked $argument" ;;
        -Wl,*) linker_options "$argument" ;;
        -shared | -dynamiclib | -bundle) output_kind=library; [ "$argument" = -bundle ] || argument=-shared; linking "$argument" ;;
        # A library of one platform and not of this machine, for code that can be anywhere in memory, without debug information.
        -fPIE | -fpie | -fPIC | -fpic | -fno-pic | -fno-PIC | -fno-pie | -fno-PIE | -pie | -no-pie | -march=native | -mtune=native | -mcpu=native \
            | -g | -g[0-9] | -ggdb* | -gdwarf* | -gz* | -gcodeview | -flto | -flto=* | -fuse-ld=* | -mthreads | -fno-plt | -static-libgcc \
            | -static-libstdc++ | -mmacosx-version-min=* | -Wno-maybe-uninitialized | -fuse-linker-plugin) ;;
        # What gcc of macOS passes on to its linker.
        -single_module | -bind_at_load | -twolevel_namespace | -no_compact_unwind) ;;
        -arch | -isysroot | --sysroot | -target | --target) next=skip ;;
        --sysroot=* | --target=*) ;;
        -pthread) compiling "$argument"; [ $os = windows ] || linking "$argument" ;;
        -s | -rdynamic | -static | -nostdlib | -nodefaultlibs | -nostartfiles | -F* | -mwindows | -mconsole | -municode | -Wl | -r)
            case $argument in
                -mconsole) ;;
                -municode) compiling "$argument"; linking "$argument" ;;
                -r) mode=relocatable; linking "$argument" ;;
                *) linking "$argument" ;;
            esac
            ;;
        -O*) level=yes; compiling "$argument" ;;
        /usr/lib/*.a | /usr/lib/*.so | /usr/lib/*.so.[0-9]* | /usr/local/lib/*.a | /usr/local/lib/*.so | /usr/local/lib/*.dylib | /lib/*.a | /lib/*.so \
            | /lib64/*.so | /usr/lib64/*.so | /usr/lib64/*.a | /opt/homebrew/*.dylib | /opt/homebrew/*.a | /opt/local/lib/*) foreign "$argument" ;;
        # Meson asks so for macros, and zig for the language of what has no name.
        -)
            case " $compile " in *" '-x' "* | *" '-xc"*) ;; *) [ $driver = cc ] && compiling -xc || compiling -xc++ ;; esac
            source_file -
            ;;
        -cpp) ;;
        @*) compiling "$argument"; linking "$argument"; any_input=yes ;;
        -*) compiling "$argument" ;;
        *.o | *.obj | *.lo | *.a | *.lib | *.so | *.so.[0-9]* | *.dylib | *.tbd | *.dll | *.def | *.res) linking "$argument"; any_input=yes ;;
        *) source_file "$argument" ;;
    esac
done

# The linker's name: Meson and CMake know no linker of zig's, but LLVM's, whose options it takes.
if [ -z "$any_input" ] && [ -n "$asked" ]; then
    version=$("$zig" cc --version | sed -n '1s/^clang version \([0-9.]*\).*/\1/p')
    if [ $os = osx ]; then
        echo "LLD $version"
        echo "ld64.lld" >&2
    else
        echo "LLD $version (compatible with GNU linkers)"
    fi
    exit 0
fi
# Questions, such as --version and -dumpmachine.
if [ -z "$any_input" ]; then
    eval "exec \"\$zig\" $driver -target $target $compile $objects"
fi

# zig adds checks of undefined behaviour, and without -O a stack protector that lean links for Windows lack. It refuses __DATE__,
# which SOURCE_DATE_EPOCH makes the same for all.
for flag in -g0 -fno-sanitize=undefined -ffunction-sections -fdata-sections -Wno-unused-command-line-argument -Wno-date-time; do
    compiling $flag
done
[ -n "$level" ] || compiling -fno-stack-protector
if [ $os = windows ]; then
    # The other printf is in mingw-w64's run time; that of Windows itself knows C99, too.
    compiling -U__USE_MINGW_ANSI_STDIO
    compiling -D__USE_MINGW_ANSI_STDIO=0
    compiling -Xclang=-object-file-name=object.o
    compile="$compile $header_flags"
else
    compiling -fPIC
fi
[ -z "${CFFI4J_BUILD:-}" ] || compiling "-ffile-prefix-map=${CFFI4J_BUILD%%=*}=."
[ -z "${CFFI4J_SOURCE:-}" ] || compiling "-ffile-prefix-map=${CFFI4J_SOURCE%%=*}=."

if [ $mode = compile ]; then
    if [ -n "$out" ]; then
        quote "$out"; compile="$compile -o $quoted"
    else
        case " $compile " in
            *" '-c' "*)
                # zig writes x.obj for Windows; makefiles want x.o, of each source.
                eval "set -- $sources"
                for file do
                    name=${file##*/}
                    quote "$file"; input=$quoted
                    quote "${name%.*}.o"
                    eval "\"\$zig\" $driver -target $target $compile $input -o $quoted" || exit
                done
                exit 0
                ;;
        esac
    fi
    eval "exec \"\$zig\" $driver -target $target $compile $sources"
fi

if [ -n "$out" ]; then
    quote "$out"
elif [ $mode = link ]; then
    [ $os = windows ] && out=a.exe || out=a.out
    quote "$out"
fi
output=$quoted

question=
case ${out##*/} in conftest* | cmTC_* | sanitycheck*) question=yes ;; esac
case $out in *meson-private/*) question=yes ;; esac
case ${last_source##*/} in conftest.* | CMake*CompilerId.*) question=yes ;; esac

# The link with zig's run time, which zig compiles first, once per machine.
full() {
    [ $os = windows ] && objects="$objects -ladvapi32 -lshell32 -luser32"
    eval "exec \"\$zig\" $driver -target $target $compile $sources $objects $skip_run_time -o $output"
}

if [ $mode = relocatable ] || [ "$link_policy" = full ]; then
    full
fi
# A real program needs the start-up code of its system; that of macOS has none.
if [ -z "$question" ] && [ $output_kind = program ] && [ $os != osx ]; then
    full
fi
case " $objects " in *" '-nostdlib' "* | *" '-nodefaultlibs' "* | *" '-nostartfiles' "*) full ;; esac

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' 0
trap 'exit 1' 1 2 15
compiled= number=0
eval "set -- $sources"
for file do
    number=$((number + 1))
    quote "$file"; input=$quoted
    quote "$scratch/$number.o"; compiled="$compiled $quoted"
    eval "\"\$zig\" $driver -target $target $compile -c $input -o $quoted" || exit
done

# Without what only full links and programs know.
lean=
eval "set -- $objects"
for argument do
    case $argument in
        -static | -rdynamic | -shared | -mwindows | -municode) ;;
        *) quote "$argument"; lean="$lean $quoted" ;;
    esac
done
case $os in
    # A library, since a program would have start-up code; what is missing is an error in both.
    linux | freebsd) lean="-nostdlib -shared -Wl,-z,defs $compiled $lean -lc -lm -lpthread" ;;
    osx)
        lean="-nostdlib $compiled $lean -lc"
        if [ $output_kind = library ]; then
            lean="-shared $lean"
            case "$objects" in *-install_name*) ;; *) quote "-Wl,-install_name,@rpath/${out##*/}"; lean="$lean $quoted" ;; esac
        fi
        ;;
    windows)
        quote "$windows_runtime"
        lean="-nostdlib $compiled $lean $quoted -lkernel32 -lucrtbase -ladvapi32 -lshell32 -luser32"
        case $output_kind" $objects " in
            library*) lean="-shared -Wl,-e,DllMainCRTStartup $lean" ;;
            *" '-mwindows' "*) lean="-Wl,-e,WinMain $lean" ;;
            *" '-municode' "*) lean="-Wl,-e,wmain $lean" ;;
            *) lean="-Wl,-e,main $lean" ;;
        esac
        ;;
esac
if eval "\"\$zig\" cc -target $target $lean -o $output" 2> "$scratch/errors"; then
    cat "$scratch/errors" >&2
    exit 0
fi
# What a question lacks is its answer, unless it is part of zig's run time: C++'s library, and arithmetic that compilers call.
if [ -n "$question" ] && [ $driver = cc ]; then
    if [ $os = windows ] || ! grep -Eq 'undefined symbol: _?__(u?(div|mod|mul|divmod)[ds t]i|[a-z]*tf|atomic_|float|fix|ext|trunc|pow|popcount|bswap|clz|ctz)' "$scratch/errors"; then
        cat "$scratch/errors" >&2
        exit 1
    fi
fi
rm -rf "$scratch"
full
