package io.github.cffi4j.mojo;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.List;

/** Compiler flags for some sources, such as {@code -mavx2} for those that are only called on processors that have it. */
public class FileFlagsParameter {
    /** A pattern of paths below a folder of sources: {@code **}{@code /fast_*.c}. */
    private String files;

    /** The flags, behind all others of these files. */
    private List<String> flags = List.of();

    static List<CompilerSettings.FileFlags> all(List<FileFlagsParameter> parameters) {
        return parameters.stream().map(FileFlagsParameter::parsed).toList();
    }

    private CompilerSettings.FileFlags parsed() {
        if (files == null) {
            throw new WrongSettingException(
                    "<fileFlags> with the flags " + flags + " names no file; fix: add <files>, a pattern of paths");
        }
        return new CompilerSettings.FileFlags(files, flags);
    }
}
