/** What is in a jar and who made it: a bill of materials in CycloneDX, and the licences to take along. */
package io.github.cffi4j.compiler.sbom;
