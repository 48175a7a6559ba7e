package io.github.cffi4j.platform;

import java.util.Locale;

/** Thrown where a platform is needed and this machine is none of them. */
public final class UnsupportedHostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnsupportedHostException(Host host) {
        super(String.format(
                Locale.ROOT, """
                cffi4j has no platform for this machine, which would be %s
                  this machine: %s
                  platforms:    %s""", host.candidateName(), host.description(), String.join(" ", Platform.classifiers())));
    }
}
