package io.github.cffi4j.it.languages

import io.github.cffi4j.BytePointer
import io.github.cffi4j.Pointer
import io.github.cffi4j.dynamic.Library
import io.github.cffi4j.dynamic.StructOf

interface KotlinC {
    fun abs(n: Int): Int

    fun hypot(x: Double, y: Double): Double

    fun strlen(s: String): Long

    fun strchr(s: BytePointer, c: Int): BytePointer?

    fun srand(seed: Long)

    fun snprintf(s: BytePointer, n: Long, format: String, vararg more: Any?): Int

    fun qsort(base: Pointer?, n: Long, size: Long, order: Order)

    fun div(n: Int, d: Int): div_t

    var errno: Int
        @io.github.cffi4j.dynamic.CName("errno") get
        @io.github.cffi4j.dynamic.CName("errno") set

    fun distance(from: Int, to: Int): Int = abs(from - to)

    companion object {
        const val NONE = 0

        @JvmStatic
        fun of(library: Library): KotlinC = library.`as`(KotlinC::class.java)
    }
}

fun interface Order {
    fun compare(a: Pointer, b: Pointer): Int
}

interface div_t : StructOf<div_t> {
    fun quot(): Int

    fun rem(): Int
}

@JvmInline
value class Number(val value: Int)

interface WithValueClass {
    fun abs(n: Number): Int
}

interface Unsigned {
    fun srand(seed: UInt)
}

interface NullableNumber {
    fun abs(n: Int?): Int
}

/** The callback throws what Java calls checked, and what is no exception. */
fun failing(c: KotlinC, base: Pointer) = c.qsort(base, 2, 4) { _, _ -> throw Throwable("not sorted") }
