package io.github.cffi4j.compiler.module;

import io.github.cffi4j.audit.check.AuditSettings;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.Map;

/**
 * The input of auditing a module.
 *
 * @param jars the classifier jars
 * @param classes the folder whose content is the main jar
 * @param library the name of the native library, without prefix and suffix
 * @param settings what the author adds to the policies
 */
public record AuditRequest(Map<Platform, Path> jars, Path classes, String library, AuditSettings settings) {}
