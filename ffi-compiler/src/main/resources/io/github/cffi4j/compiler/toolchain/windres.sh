#!/bin/sh
# zig's resource compiler for @CLASSIFIER@, called as GNU's windres is.
. @FOLDER@/zig.sh
# Meson knows resource compilers by what they say of themselves.
case ${1:-} in --version | -V) echo "GNU windres, as zig's resource compiler understands it"; exit 0 ;; esac
input= output= flags= next=
add() { flags="$flags '$1'"; }
for argument do
    case $next in
        '') ;;
        input) input=$argument next=; continue ;;
        output) output=$argument next=; continue ;;
        folder) add /i; add "$argument"; next=; continue ;;
        define) case $argument in *\"* | *\'*) ;; *) add /d; add "$argument" ;; esac; next=; continue ;;
        skip) next=; continue ;;
    esac
    case $argument in
        -i | --input) next=input ;;
        --input=*) input=${argument#*=} ;;
        -o | --output) next=output ;;
        --output=*) output=${argument#*=} ;;
        -I | --include-dir) next=folder ;;
        --include-dir=*) add /i; add "${argument#*=}" ;;
        -I?*) add /i; add "${argument#-I}" ;;
        -D | --define) next=define ;;
        # zig's resource compiler refuses values in quotes.
        -D*\"* | -D*\'*) ;;
        -D?*) add /d; add "${argument#-D}" ;;
        -O | -J | -F | --target | --output-format | --input-format | -c | -l) next=skip ;;
        -*) ;;
        *) if [ -z "$input" ]; then input=$argument; else output=$argument; fi ;;
    esac
done
eval "exec @ZIG@ rc /:auto-includes gnu /:output-format coff /:target @ARCH@ /i '$ZIG_LIB_DIR/include' $flags /fo \"\$output\" -- \"\$input\""
