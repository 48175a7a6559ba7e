package io.github.cffi4j.mojo;

import io.github.cffi4j.audit.check.Allowance;
import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Glob;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A finding of the audit that the build takes knowingly, as configured. */
public class AllowedFinding {
    /** The name of the check: {@code needed-library}. */
    private String check;

    /** A classifier or a path, in which {@code *} stands for anything; all libraries if not given. */
    private String where = "*";

    /** Which of the finding's details, in which {@code *} stands for anything; all if not given. */
    private String what;

    /** For those who read the build. */
    private String reason;

    Allowance allowance() {
        Check known = Check.ofId(String.valueOf(check))
                .orElseThrow(() ->
                        new WrongSettingException("<allowedFinding>: there is no check '" + check + "'; there are "
                                + Arrays.stream(Check.values()).map(Check::id).collect(Collectors.joining(" "))));
        if (reason == null || reason.isBlank()) {
            throw new WrongSettingException("the <allowedFinding> of '" + check + "' needs a <reason>");
        }
        return new Allowance(known, Glob.of(where), Optional.ofNullable(what).map(Glob::of), reason.strip());
    }
}
