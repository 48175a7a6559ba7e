/** The exception that every package throws when a setting is wrong. */
package io.github.cffi4j.compiler.setting;
