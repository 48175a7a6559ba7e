/** The contents of a jar and their makers: a bill of materials in CycloneDX, and the licences to take along. */
package io.github.cffi4j.compiler.sbom;
