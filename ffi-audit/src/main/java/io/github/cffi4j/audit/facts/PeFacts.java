package io.github.cffi4j.audit.facts;

/**
 * A PE file: a DLL.
 *
 * @param oldest the oldest version of Windows its header names, {@code 6.0}
 * @param dynamicBase whether it may be loaded at any address
 * @param highEntropy whether that address may be above 4 GB
 * @param nxCompatible whether its data are not executable
 * @param authenticode whether it carries a signature, which is not checked
 */
public record PeFacts(
        CommonFacts common,
        String oldest,
        boolean dynamicBase,
        boolean highEntropy,
        boolean nxCompatible,
        boolean authenticode)
        implements LibraryFacts {

    @Override
    public String format() {
        return "PE";
    }
}
